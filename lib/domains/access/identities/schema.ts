import { z } from "zod"
import { moment } from "@/lib/kernel/fields"

export const providerName = z.enum(["google", "microsoft"])

/** 256 random bits that stay in the browser which began a sign-in; only their hash travels. */
export const bindSecret = z.string().regex(/^[\w-]{43}$/)
const bindHash = bindSecret

/** One sign-in on its way: from whose host, to which provider, and where to afterwards. */
export const errand = z.object({
  provider: providerName,
  host: z.string(),
  bind: bindHash,
  next: z.string(),
  /** Adds the provider's account to who is signed in, instead of signing in. */
  link: z.boolean(),
})
export type Errand = z.output<typeof errand>

/** A provider's account as the provider names it. The e-mail is there only if the provider vouches for it. */
export const account = z.object({
  issuer: z.string().min(1).max(500),
  subject: z.string().min(1).max(500),
  email: z.email().nullable(),
})
export type Account = z.output<typeof account>

export const identityOut = z.object({ provider: providerName, since: moment }).meta({ id: "Identity" })
