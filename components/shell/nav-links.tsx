"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { closeSheet, currentItem, type NavGroup } from "./nav"
import { NavIcon } from "./nav-icon"

/** The entries of a navigation with the current one marked. */
export function NavLinks({ groups }: { groups: NavGroup[] }) {
  const current = currentItem(
    groups.flatMap(({ items }) => items),
    usePathname(),
  )
  return groups.map((group) => (
    <div key={group.label ?? group.items[0]?.href} className="nav-group">
      {group.label && <p className="nav-label">{group.label}</p>}
      {group.items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={false}
          className="nav-item"
          onClick={(event) => closeSheet(event.currentTarget)}
          aria-current={item === current ? "page" : undefined}
        >
          <NavIcon name={item.icon} />
          <span>{item.label}</span>
          {!!item.count && <span className="nav-count">{item.count}</span>}
        </Link>
      ))}
    </div>
  ))
}
