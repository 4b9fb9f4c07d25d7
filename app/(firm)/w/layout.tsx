import "@/app/globals.css"
import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { viewer } from "@/components/navigation/permitted"
import { workspaceCommands, workspaceNav } from "@/components/navigation/workspace-nav"
import { NotificationBell } from "@/components/notifications/notification-bell"
import { Root } from "@/components/shell/root"
import { ScriptedWords } from "@/components/shell/scripted-words"
import { WorkspaceShell } from "@/components/shell/workspace-shell"
import { signOutAction } from "@/lib/domains/access/actions"
import { countUnreadNotifications } from "@/lib/domains/notifications/operations"
import { loadIfAllowed } from "@/lib/kernel/load"
import { currentSite } from "@/lib/platform/current-site"

export const dynamic = "force-dynamic"

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { firm } = await currentSite("firm")
  const person = await viewer()
  if (!person) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get("x-path") ?? "/")}`)
  const [{ nav, phoneNav }, commands, unread, t] = await Promise.all([
    workspaceNav(person.permissions),
    workspaceCommands(person.permissions),
    loadIfAllowed(countUnreadNotifications, {}),
    getTranslations("navigation.person"),
  ])
  return (
    <Root surface="workspace" scripted>
      <ScriptedWords>
        <WorkspaceShell
          firm={firm!}
          person={person}
          nav={nav}
          phoneNav={phoneNav}
          personMenu={[{ label: t("sessions"), href: "/sessions" }]}
          signOut={signOutAction}
          searchUrl="/api/v1/search"
          commands={commands}
          notifications={<NotificationBell unread={unread} of="workspace" />}
        >
          {children}
        </WorkspaceShell>
      </ScriptedWords>
    </Root>
  )
}
