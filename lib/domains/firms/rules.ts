import { env, siteUrl } from "@/lib/platform/env"

/** The address of a page of the firm's portal, on its own domain when it has one. */
export function portalUrl(
  { subdomain, portalDomain }: { subdomain: string; portalDomain: string | null },
  path: string,
) {
  return portalDomain ? `${env.PROTOCOL}://${portalDomain}${path}` : siteUrl("portal", subdomain, path)
}
