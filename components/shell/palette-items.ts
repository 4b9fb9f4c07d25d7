import type { NavGroup } from "./nav"
import type { IconName } from "./nav-icon"
import type { Command } from "./palette-button"

export type PaletteItem = { key: string; label: string; icon: IconName; href?: string; dialog?: string; hint?: string }
export type Found = { label: string; href: string; hint?: string }
export type PaletteGroup = { value: string; items: PaletteItem[] }

type Sources = {
  query: string
  nav: NavGroup[]
  commands: Command[]
  recent: PaletteItem[]
  found: Found[]
  titles: Record<"recent" | "actions" | "go" | "find", string>
}

/** What the palette offers for a query: found records first, then commands and pages whose words begin with its words. */
export function groupsFor({ query, nav, commands, recent, found, titles }: Sources): PaletteGroup[] {
  const matches = matcher(query)
  const pages = nav
    .flatMap(({ items }) => items)
    .map(({ label, href, icon }) => ({ key: `go ${href}`, label, href, icon }))
  const deeds = commands.map((command) => ({ ...command, key: `do ${command.label}`, icon: "sparkles" as const }))
  const records = found.map((each) => ({ icon: "search" as const, ...each, key: `find ${each.href}` }))
  const groups = [
    { value: titles.recent, items: query ? [] : recent },
    { value: titles.find, items: query ? records : [] },
    { value: titles.actions, items: deeds.filter(({ label }) => matches(label)) },
    { value: titles.go, items: pages.filter(({ label }) => matches(label)) },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

function matcher(query: string): (label: string) => boolean {
  const wanted = words(query)
  return (label) => {
    const has = words(label)
    return wanted.every((word) => has.some((each) => each.startsWith(word)))
  }
}

const words = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/\s+/).filter(Boolean)
