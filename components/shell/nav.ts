import type { IconName } from "./nav-icon"

export type NavItem = { href: string; label: string; icon: IconName; count?: number }
export type NavGroup = { label?: string; items: NavItem[] }

/** The address as the browser shows it: while rendering, the proxy's prefix of the surface is still on it. */
export function visiblePath(path: string): string {
  return path.replace(/^\/(m|w|p)(?=\/|$)/, "") || "/"
}

/** The one entry that the page belongs to: the longest address the path starts with. */
export function currentItem(items: NavItem[], path: string): NavItem | undefined {
  const here = visiblePath(path)
  return items
    .filter(({ href }) => here === href || (href !== "/" && here.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]
}

/** The navigation is a sheet on a phone; following one of its entries puts it away. */
export function closeSheet(within: Element) {
  const sheet = within.closest<HTMLElement>("[popover]")
  if (sheet?.matches(":popover-open")) sheet.hidePopover()
}
