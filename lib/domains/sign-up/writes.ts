import { sign } from "@/lib/platform/secrets"

/** A day to open the mail. */
export const signUpSeconds = 24 * 60 * 60

/** The secret of a sign-up's link, made again from its key's id when the mail is written. */
export const signUpSecret = (keyId: string) => `sgn_${sign("sign-up", keyId)}`
