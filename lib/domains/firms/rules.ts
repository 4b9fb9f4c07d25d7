import { env, siteUrl } from "@/lib/platform/env"
import { logoPath } from "@/lib/platform/logo-path"

/** The address of a page of the firm's portal, on its own domain when it has one. */
export function portalUrl(
  { subdomain, portalDomain }: { subdomain: string; portalDomain: string | null },
  path: string,
) {
  return portalDomain ? `${env.PROTOCOL}://${portalDomain}${path}` : siteUrl("portal", subdomain, path)
}

/** How the firm's mails look: its name, colour and logo. */
export function mailBrand(firm: {
  name: string
  accent: string
  logoKey: string | null
  subdomain: string
  portalDomain: string | null
}) {
  const logo = logoPath(firm.logoKey)
  return { name: firm.name, accent: firm.accent, logoUrl: logo && portalUrl(firm, logo) }
}
