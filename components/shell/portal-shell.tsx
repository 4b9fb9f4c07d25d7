import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Avatar } from "../ui/avatar"
import type { MenuEntry } from "../ui/menu"
import { Toaster } from "../ui/toaster"
import { Live } from "./live"
import type { NavItem } from "./nav"
import { NavLinks } from "./nav-links"
import { type Person, PersonMenu } from "./person-menu"

type PortalShellProps = {
  firm: { name: string; logo?: string | null }
  person: Person
  /** Up to five; at the page's foot on a phone, at its head elsewhere. */
  nav: NavItem[]
  personMenu?: MenuEntry[]
  signOut: (form: FormData) => void | Promise<void>
  /** Choice of client for one who belongs to several, contact of the firm… */
  extra?: ReactNode
  /** `<NotificationsButton …>` */
  notifications?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

/** Native popovers and dialogs only. The firm's accent comes from `<Root brand>`. */
export async function PortalShell({
  firm,
  person,
  nav,
  personMenu,
  signOut,
  extra,
  notifications,
  footer,
  children,
}: PortalShellProps) {
  const t = await getTranslations("shell")
  return (
    <div className="portal">
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className="portal-head">
        <a className="portal-firm" href="/">
          {firm.logo ? <img src={firm.logo} alt={firm.name} /> : <FirmName name={firm.name} />}
        </a>
        <nav className="portal-nav" aria-label={t("nav.portal")}>
          <NavLinks groups={[{ items: nav }]} />
        </nav>
        <div className="portal-person">
          {extra}
          {notifications}
          <PersonMenu person={person} entries={personMenu} signOut={signOut} className="portal-avatar">
            <Avatar name={person.name} src={person.photo} />
            <span className="sr-only">{t("person.menu")}</span>
          </PersonMenu>
        </div>
      </header>
      <main id="content" className="portal-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="portal-foot">{footer ?? t("portal.poweredBy", { firm: firm.name })}</footer>
      <Toaster />
      <Live />
    </div>
  )
}

function FirmName({ name }: { name: string }) {
  return (
    <>
      <Avatar name={name} square />
      <span>{name}</span>
    </>
  )
}
