import { sign } from "@/lib/platform/secrets"

/** A day to open the mail. */
export const signUpSeconds = 24 * 60 * 60

/** The secret of a sign-up's link, made again from its key's id when the mail is written. */
export const signUpSecret = (keyId: string) => `sgn_${sign("sign-up", keyId)}`

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
