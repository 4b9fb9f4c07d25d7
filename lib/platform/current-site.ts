import "server-only"
import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { cache } from "react"
import { driver } from "@/db/client"
import { gate, type HostFirm } from "@/db/gate"
import { logoPath } from "./logo-path"
import { processWide } from "./process-wide"
import { parseHost, type Site, type SiteKind, type SiteName } from "./site"

const lifetime = 60_000
type Known = { firm: HostFirm | undefined; until: number }

// Host → firm changes seldom; a NOTIFY empties the map at once, the lifetime is for a lost connection.
const hostFirms = () =>
  processWide("host-firms", () => {
    const map = new Map<string, Known>()
    driver("app_gate")
      .listen("firms", () => map.clear())
      .catch(() => {})
    return map
  })

/** The firm behind a host name, if it has one. */
async function firmOf(name: SiteName): Promise<HostFirm | undefined> {
  if (!("subdomain" in name || "domain" in name)) return undefined
  const [kind, value] = "domain" in name ? (["domain", name.domain] as const) : (["subdomain", name.subdomain] as const)
  const key = `${kind} ${value}`
  const firms = hostFirms()
  const known = firms.get(key)
  if (known && known.until > performance.now()) return known.firm
  const firm = await gate.firmByHost(kind, value)
  if (firms.size > 10_000) firms.clear()
  firms.set(key, { firm, until: performance.now() + lifetime })
  return firm
}

/** The site of a request; null for hosts that are nobody's. */
export async function siteOf(request: Headers): Promise<Site | null> {
  const host = request.get("x-site-host") ?? request.get("host") ?? ""
  const name = parseHost(host)
  if (!name) return null
  if (name.kind === "root" || name.kind === "auth") return { kind: name.kind, host, firm: null }
  const firm = await firmOf(name)
  if (!firm || firm.suspended) return null
  return { kind: name.kind === "custom" ? "portal" : name.kind, host, firm: { ...firm, logo: logoPath(firm.logoKey) } }
}

/** The page's own site; a page of one kind of host is not found through another. */
export const currentSite = cache(async (...kinds: SiteKind[]): Promise<Site> => {
  const site = await siteOf(await headers())
  if (!site || !kinds.includes(site.kind)) notFound()
  return site
})
