import Link from "next/link"

type Tab = { href: string; label: string; count?: number; current?: boolean }

/** Tabs are places: each has its address. */
export function Tabs({ tabs, label }: { tabs: Tab[]; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, label, count, current }) => (
        <Link key={href} href={href} prefetch={false} scroll={false} aria-current={current ? "page" : undefined}>
          {label}
          {count !== undefined && <span className="badge">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
