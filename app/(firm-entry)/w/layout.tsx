import "@/app/globals.css"
import type { ReactNode } from "react"
import { Root } from "@/components/shell/root"
import { currentSite } from "@/lib/platform/current-site"

export const dynamic = "force-dynamic"

export default async function EntryLayout({ children }: { children: ReactNode }) {
  const site = await currentSite("firm")
  return (
    <Root surface="public" brand={{ accent: site.firm!.accent }}>
      {children}
    </Root>
  )
}
