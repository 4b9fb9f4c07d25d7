import "@/app/globals.css"
import type { ReactNode } from "react"
import { Root } from "@/components/shell/root"
import { currentSite } from "@/lib/platform/current-site"

export const dynamic = "force-dynamic"

export default async function AuthLayout({ children }: { children: ReactNode }) {
  await currentSite("auth")
  return <Root surface="public">{children}</Root>
}
