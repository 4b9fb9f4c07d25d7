import { getTranslations } from "next-intl/server"
import type { NavGroup, NavItem } from "@/components/shell/nav"
import type { IconName } from "@/components/shell/nav-icon"
import type { Command } from "@/components/shell/palette-button"
import { countWaiting } from "@/lib/domains/home/portal"
import { countUnreadMessages } from "@/lib/domains/messages/operations"
import { loadIfAllowed } from "@/lib/kernel/load"

type Entry = { href: string; key: string; icon: IconName; needs?: string[] }

const groups: { key: "sales" | "delivery" | "finance" | "firm" | null; entries: Entry[] }[] = [
  {
    key: null,
    entries: [
      { href: "/", key: "home", icon: "home" },
      { href: "/tasks", key: "tasks", icon: "tasks", needs: ["projects:read"] },
      { href: "/messages", key: "messages", icon: "chat", needs: ["messages:read"] },
    ],
  },
  {
    key: "sales",
    entries: [
      { href: "/leads", key: "leads", icon: "leads", needs: ["leads:read"] },
      { href: "/prospects", key: "prospects", icon: "prospects", needs: ["prospects:read"] },
      { href: "/proposals", key: "proposals", icon: "proposals", needs: ["proposals:read"] },
      { href: "/contracts", key: "contracts", icon: "contracts", needs: ["contracts:read"] },
    ],
  },
  {
    key: "delivery",
    entries: [
      { href: "/clients", key: "clients", icon: "clients", needs: ["clients:read"] },
      { href: "/projects", key: "projects", icon: "projects", needs: ["projects:read"] },
      { href: "/time", key: "time", icon: "time", needs: ["time:own", "time:all"] },
    ],
  },
  {
    key: "finance",
    entries: [
      { href: "/invoices", key: "invoices", icon: "invoices", needs: ["invoices:read"] },
      { href: "/payments", key: "payments", icon: "payments", needs: ["payments:read"] },
      { href: "/ledger", key: "ledger", icon: "ledger", needs: ["ledger:read"] },
    ],
  },
  {
    key: "firm",
    entries: [
      { href: "/team", key: "team", icon: "team", needs: ["team:read"] },
      { href: "/audit", key: "audit", icon: "audit", needs: ["audit:read"] },
      { href: "/settings", key: "settings", icon: "settings", needs: ["firm:manage"] },
    ],
  },
]

const thumb = ["/", "/tasks", "/messages", "/clients", "/projects", "/time"]

/** The modules that a person may see, grouped, and the first four of them for the thumb. */
export async function workspaceNav(permissions: string[]): Promise<{ nav: NavGroup[]; phoneNav: NavItem[] }> {
  const held = new Set(permissions)
  const [t, unread] = await Promise.all([
    getTranslations("navigation"),
    held.has("messages:read") ? loadIfAllowed(countUnreadMessages, {}) : null,
  ])
  const counts: Record<string, number | undefined> = { messages: unread?.count }
  const nav = groups
    .map(({ key, entries }) => ({
      // What isn't there isn't named either: the data of every page holds all of this.
      ...(key && { label: t(`groups.${key}`) }),
      items: entries
        .filter(({ needs }) => !needs || needs.some((permission) => held.has(permission)))
        .map(({ href, key, icon }) => ({
          href,
          icon,
          label: t(`items.${key}` as "items.home"),
          ...(counts[key] && { count: counts[key] }),
        })),
    }))
    .filter(({ items }) => items.length > 0)
  const reach = nav.flatMap(({ items }) => items).filter(({ href }) => thumb.includes(href))
  return { nav, phoneNav: reach.slice(0, 4) }
}

const makes = ["lead", "prospect", "proposal", "client", "project", "invoice"] as const

/** What a person may begin from anywhere, by the palette. */
export async function workspaceCommands(permissions: string[]): Promise<Command[]> {
  const t = await getTranslations("navigation.commands")
  return makes
    .filter((what) => permissions.includes(`${what}s:write`))
    .map((what) => ({ label: t(what), href: `/${what}s/new` }))
}

const portalEntries: Entry[] = [
  { href: "/", key: "home", icon: "home" },
  { href: "/projects", key: "projects", icon: "projects" },
  { href: "/invoices", key: "invoices", icon: "invoices" },
  { href: "/proposals", key: "proposals", icon: "proposals" },
  { href: "/messages", key: "messages", icon: "chat" },
]

export async function portalNav(): Promise<NavItem[]> {
  const [t, waiting] = await Promise.all([getTranslations("navigation.items"), loadIfAllowed(countWaiting, {})])
  const counts: Record<string, number | undefined> = { ...waiting }
  return portalEntries.map(({ href, key, icon }) => ({ href, icon, label: t(key as "home"), count: counts[key] }))
}

export async function consoleNav(): Promise<{ nav: NavGroup[]; phoneNav: NavItem[] }> {
  const t = await getTranslations("navigation.items")
  const items: NavItem[] = [
    { href: "/platform", icon: "firms", label: t("firms") },
    { href: "/platform/demo-requests", icon: "inbox", label: t("demoRequests") },
    { href: "/platform/health", icon: "reports", label: t("health") },
    { href: "/platform/jobs", icon: "jobs", label: t("jobs") },
  ]
  return { nav: [{ items }], phoneNav: items }
}
