import { ChevronsUpDown } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Avatar } from "../ui/avatar"
import { Dialog } from "../ui/dialog"
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
  firm: { name: string; logo?: string | null }
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
  const sidebar = (
    <>
      <NavLinks groups={nav} />
      <div className="sidebar-foot">
        <PersonMenu person={person} entries={personMenu} signOut={signOut} />
      </div>
    </>
  )
  const firmName = (
    <>
      <Avatar name={firm.name} src={firm.logo} square />
      <span className="truncate font-semibold">{firm.name}</span>
      {firmMenu && <ChevronsUpDown aria-hidden className="ms-auto" />}
    </>
  )
  return (
    <div className="workspace">
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className="sidebar">
        <div className="sidebar-head">
          {firmMenu ? (
            <Menu label={t("firm.menu")} className="menu-item" align="start" entries={firmMenu}>
              {firmName}
            </Menu>
          ) : (
            <span className="menu-item">{firmName}</span>
          )}
          {props.notifications}
        </div>
        <PaletteButton nav={nav} commands={commands} searchUrl={searchUrl} />
        <nav className="sidebar-nav" aria-label={t("nav.main")}>
          {sidebar}
        </nav>
      </header>
      <div className="workspace-main">
        {props.banner}
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <nav className="phone-bar" aria-label={t("nav.main")}>
        <NavLinks groups={[{ items: phoneNav }]} />
        <PhoneMore label={t("nav.more")} />
      </nav>
      <Dialog id="phone-menu" title={t("nav.menu")} place="bottom">
        <PaletteButton nav={nav} commands={commands} searchUrl={searchUrl} quiet />
        {sidebar}
      </Dialog>
      <KeyboardHelp />
      <Toaster />
      {live && <Live />}
    </div>
  )
}

function PhoneMore({ label }: { label: string }) {
  return (
    <button type="button" className="nav-item" commandfor="phone-menu" command="show-modal" aria-haspopup="dialog">
      <NavIcon name="menu" />
      <span>{label}</span>
    </button>
  )
}
