import { env } from "@/lib/platform/env"

/** A host name that can be a firm's own: never one of ours, nor an address. */
export function isPortalDomain(name: string): boolean {
  const root = env.ROOT_DOMAIN.replace(/:\d+$/, "")
  if (name === root || name.endsWith(`.${root}`) || name.length > 253) return false
  return /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)
}
