import { ChevronsUpDown } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Avatar } from "../ui/avatar"
import { Menu, type MenuEntry } from "../ui/menu"
import { Toaster } from "../ui/toaster"
import { KeyboardHelp } from "./keyboard-help"
import { Live } from "./live"
import type { NavGroup, NavItem } from "./nav"
import { NavIcon } from "./nav-icon"
import { NavLinks } from "./nav-links"
import { type Command, PaletteButton } from "./palette-button"
import { type Person, PersonMenu } from "./person-menu"

export type WorkspaceShellProps = {
  firm: { name: string }
  person: Person
  /** What the person may see, by module. */
  nav: NavGroup[]
  /** Up to four entries for the thumb; the rest is behind “More”. */
  phoneNav: NavItem[]
  firmMenu?: MenuEntry[]
  personMenu?: MenuEntry[]
  signOut: (form: FormData) => void | Promise<void>
  /** Answers `{ results: { label, href, hint? }[] }` to `?q=`. */
  searchUrl?: string
  commands?: Command[]
  /** `<NotificationsButton …>` */
  notifications?: ReactNode
  /** Across the page's top: trial ending, read-only, break-glass. */
  banner?: ReactNode
  /** Off where nothing is pushed (the console). */
  live?: boolean
  children: ReactNode
}

export async function WorkspaceShell(props: WorkspaceShellProps) {
  const { firm, person, nav, phoneNav, firmMenu, personMenu, signOut, searchUrl, commands, live = true } = props
  const t = await getTranslations("shell")
  return (
    <div className="workspace">
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className="sidebar">
        <div className="sidebar-head">
          <FirmMenu firm={firm} label={t("firm.menu")} entries={firmMenu} />
          {props.notifications}
        </div>
        {/* Beside the page on a wide screen; on a phone a sheet that “More” opens. */}
        <nav id="nav" popover="auto" className="sidebar-nav" aria-label={t("nav.main")}>
          <PaletteButton nav={nav} commands={commands} searchUrl={searchUrl} />
          <NavLinks groups={nav} />
          <div className="sidebar-foot">
            <PersonMenu person={person} entries={personMenu} signOut={signOut} />
          </div>
        </nav>
      </header>
      <div className="workspace-main">
        {props.banner}
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <nav className="phone-bar" aria-label={t("nav.phone")}>
        <NavLinks groups={[{ items: phoneNav }]} />
        <button type="button" className="nav-item" popoverTarget="nav">
          <NavIcon name="menu" />
          <span>{t("nav.more")}</span>
        </button>
      </nav>
      <KeyboardHelp />
      <Toaster />
      {live && <Live />}
    </div>
  )
}

function FirmMenu({
  firm,
  label,
  entries,
}: {
  firm: WorkspaceShellProps["firm"]
  label: string
  entries?: MenuEntry[]
}) {
  const name = (
    <>
      <Avatar name={firm.name} square />
      <span className="truncate font-semibold">{firm.name}</span>
      {entries && <ChevronsUpDown aria-hidden className="ms-auto" />}
    </>
  )
  if (!entries) return <span className="menu-item">{name}</span>
  return (
    <Menu label={label} className="menu-item" align="start" entries={entries}>
      {name}
    </Menu>
  )
}
