import { ChevronRight } from "lucide-react"
import Link from "next/link"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Flash } from "../ui/flash"
import { Menu, type MenuEntry } from "../ui/menu"

type PageProps = {
  title: string
  /** How many the list has, beside the title. */
  count?: number | string
  /** The way here, without the page itself. */
  breadcrumbs?: { label: string; href: string }[]
  /** The record's status badge. */
  status?: ReactNode
  /** One line under the title: number, client, owner. */
  subtitle?: ReactNode
  /** At most one primary button, and secondary ones before it. */
  actions?: ReactNode
  more?: MenuEntry[]
  tabs?: ReactNode
  /** Facts and people beside a record. */
  aside?: ReactNode
  width?: "narrow" | "wide"
  children: ReactNode
}

export function Page(props: PageProps) {
  const { title, count, breadcrumbs, status, subtitle, actions, more, tabs, aside, width = "wide", children } = props
  return (
    <div className={width === "narrow" ? "page page-narrow" : "page"}>
      {/* React puts it into the head: what the browser's tab, history and a screen reader say first. */}
      <title>{title}</title>
      <header className="page-head">
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
        <div className="page-line">
          <div className="page-name">
            <div className="page-title">
              <h1>{title}</h1>
              {count !== undefined && <span className="page-count">{count}</span>}
              {status}
            </div>
            {subtitle && <div className="page-subtitle">{subtitle}</div>}
          </div>
          {(actions || more) && (
            <div className="page-actions">
              {more && <Menu entries={more} />}
              {actions}
            </div>
          )}
        </div>
      </header>
      <Flash />
      {tabs}
      {aside ? (
        <div className="detail">
          <div className="detail-main">{children}</div>
          <aside className="detail-aside">{aside}</aside>
        </div>
      ) : (
        <div className="page-body">{children}</div>
      )}
    </div>
  )
}

function Breadcrumbs({ items }: { items: { label: string; href: string }[] }) {
  const t = useTranslations("shell")
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol className="breadcrumbs">
        {items.map(({ label, href }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {label}
            </Link>
            <ChevronRight aria-hidden className="flip-rtl" />
          </li>
        ))}
      </ol>
    </nav>
  )
}
