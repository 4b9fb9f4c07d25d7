import type { HostFirm } from "@/db/gate"
import { env } from "./env"

/** Names that no firm may take. */
const reserved = new Set([
  "www",
  "auth",
  "api",
  "app",
  "portal",
  "mail",
  "status",
  "docs",
  "admin",
  "platform",
  "static",
  "assets",
  "cdn",
  "support",
  "help",
])

export type SiteKind = "root" | "auth" | "firm" | "portal"
/** The host as it is written: whose it is has not been looked up yet. */
export type SiteName =
  | { kind: "root" | "auth" }
  | { kind: "firm" | "portal"; subdomain: string }
  | { kind: "custom"; domain: string }
/** The host a request came to, and the firm it belongs to. */
export type Site = { kind: SiteKind; host: string; firm: SiteFirm | null }
/** The firm of a host; `logo` is a path of that host. */
export type SiteFirm = HostFirm & { logo?: string }

const label = "[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?"

/** Reads a Host header; null when no page of ours can live there. */
export function parseHost(header: string | null, root = env.ROOT_DOMAIN): SiteName | null {
  const host = header?.toLowerCase().replace(/\.(?=:|$)/, "")
  if (!host || host.length > 253 || !/^[a-z0-9.-]+(:\d{1,5})?$/.test(host)) return null
  if (host === root) return { kind: "root" }
  if (host === `auth.${root}`) return { kind: "auth" }
  if (host.endsWith(`.${root}`)) {
    const rest = host.slice(0, -root.length - 1)
    const [, subdomain, portal] = new RegExp(`^(${label})(\\.portal)?$`).exec(rest) ?? []
    if (!subdomain || reserved.has(subdomain)) return null
    return { kind: portal ? "portal" : "firm", subdomain }
  }
  const name = host.replace(/:\d+$/, "")
  return name.includes(".") && !/^[\d.]+$/.test(name) ? { kind: "custom", domain: name } : null
}

export const isReserved = (subdomain: string) => reserved.has(subdomain)
