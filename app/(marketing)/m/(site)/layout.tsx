import type { ReactNode } from "react"
import { siteMetadata } from "@/components/public-site/metadata"
import { PublicShell } from "@/components/shell/public-shell"
import { currentSite } from "@/lib/platform/current-site"

export const generateMetadata = siteMetadata

export default async function SiteLayout({ children }: { children: ReactNode }) {
  await currentSite("root")
  return <PublicShell>{children}</PublicShell>
}
