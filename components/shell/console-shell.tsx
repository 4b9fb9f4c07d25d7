import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import type { NavGroup, NavItem } from "./nav"
import type { Person } from "./person-menu"
import { WorkspaceShell } from "./workspace-shell"

type ConsoleShellProps = {
  person: Person
  nav: NavGroup[]
  phoneNav: NavItem[]
  signOut: (form: FormData) => void | Promise<void>
  searchUrl?: string
  banner?: ReactNode
  children: ReactNode
}

/** The operators' workspace; a stripe tells it apart from a firm's at a glance. */
export async function ConsoleShell(props: ConsoleShellProps) {
  const t = await getTranslations("shell.nav")
  return (
    <div className="console">
      <WorkspaceShell {...props} firm={{ name: t("console") }} live={false} />
    </div>
  )
}
