import "@/app/globals.css"
import type { Metadata, Viewport } from "next"
import type { ReactNode } from "react"
import { Root } from "@/components/shell/root"

export const dynamic = "force-dynamic"

export const metadata: Metadata = { title: { default: "ConsultantPro", template: "%s · ConsultantPro" } }

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f6f8" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0e11" },
  ],
}

export default function MarketingLayout({ children }: { children: ReactNode }) {
  return <Root surface="public">{children}</Root>
}
