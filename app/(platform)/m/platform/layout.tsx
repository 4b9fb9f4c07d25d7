import "@/app/globals.css"
import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { consoleNav } from "@/components/navigation/workspace-nav"
import { ConsoleShell } from "@/components/shell/console-shell"
import { Root } from "@/components/shell/root"
import { signOutAction } from "@/lib/domains/access/actions"
import { me } from "@/lib/domains/access/operations"
import { loadIfAllowed } from "@/lib/kernel/load"
import { currentSite } from "@/lib/platform/current-site"

export const dynamic = "force-dynamic"

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  await currentSite("root")
  const person = await loadIfAllowed(me, {})
  if (person?.surface !== "platform") redirect("/sign-in?next=/platform")
  const { nav, phoneNav } = await consoleNav()
  return (
    <Root surface="console">
      <ConsoleShell person={person} nav={nav} phoneNav={phoneNav} signOut={signOutAction}>
        {children}
      </ConsoleShell>
    </Root>
  )
}
