import { z } from "zod"
import { amount, currency, decimalOut, id, line, maybe, optionalLine, prose } from "@/lib/kernel/fields"
import { type Locale, locales } from "@/lib/platform/messages"
import { isPortalDomain } from "./rules"

export const firmSettingsOut = z
  .object({
    id,
    name: z.string(),
    subdomain: z.string(),
    portalDomain: maybe(z.string()),
    currency: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    accent: z.string(),
    /** The path of the logo on the firm's own hosts. */
    logo: maybe(z.string()),
    address: z.string(),
    taxId: z.string(),
    hourlyRate: maybe(decimalOut),
    paymentTermsDays: z.int(),
    approvesTime: z.boolean(),
    /** Whether somebody has put the list of first steps away. */
    firstStepsHidden: z.boolean(),
    version: z.int(),
  })
  .meta({ id: "FirmSettings" })
export type FirmSettings = z.output<typeof firmSettingsOut>

/** About 700 kB as it comes in base64, half a megabyte as a file. */
const logoBytes = 524_288
export const logoIn = z.strictObject({
  image: z
    .base64({ error: "firm.refusals.logo" })
    .min(1, { error: "firm.refusals.logoMissing" })
    .max(Math.ceil(logoBytes / 3) * 4, { error: "firm.refusals.logoLarge" })
    .meta({ description: "A PNG, JPEG or WebP of at most 512 kB, in base64." }),
})

const known = new Set(Intl.supportedValuesOf("timeZone"))
const timeZone = z.string().refine((name) => name === "UTC" || known.has(name), { error: "firm.refusals.timeZone" })
const accent = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, { error: "firm.refusals.accent" })
const portalDomain = z.string().trim().toLowerCase().refine(isPortalDomain, { error: "firm.refusals.domain" })

export const firmChange = z.strictObject({
  name: line(120).optional(),
  currency: currency.optional(),
  locale: z.enum(locales as [Locale, ...Locale[]]).optional(),
  timeZone: timeZone.optional(),
  accent: accent.optional(),
  address: prose(500).optional(),
  taxId: optionalLine(50).optional(),
  hourlyRate: maybe(amount).optional(),
  paymentTermsDays: z.int().min(0).max(365).optional(),
  approvesTime: z.boolean().optional(),
  firstStepsHidden: z.boolean().optional(),
  portalDomain: maybe(portalDomain).optional(),
})
