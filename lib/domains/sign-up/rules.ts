/** Letters, digits and hyphens: three at least, the first and the last no hyphen. */
export const subdomainForm = /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/

/** An address proposed for a firm's name: "Müller & Söhne" becomes "muller-sohne". */
export function proposedSubdomain(firmName: string): string {
  return firmName
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "")
}
