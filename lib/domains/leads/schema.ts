import { z } from "zod"
import { email, id, line, maybe, moment, optionalLine, prose } from "@/lib/kernel/fields"

export const leadStatuses = ["new", "contacted", "qualified", "converted", "lost"] as const

export const leadOut = z
  .object({
    id,
    companyName: z.string(),
    contactName: z.string(),
    email: z.string(),
    phone: z.string(),
    message: z.string(),
    source: z.string(),
    status: z.enum(leadStatuses),
    ownerId: maybe(id),
    ownerName: maybe(z.string()),
    formId: maybe(id),
    formTitle: maybe(z.string()),
    prospectId: maybe(id),
    utm: z.record(z.string(), z.string()),
    consentText: maybe(z.string()),
    convertedAt: maybe(moment),
    lostReason: maybe(z.string()),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Lead" })
export type Lead = z.output<typeof leadOut>

const utm = z.record(z.string().max(50), z.string().max(200))

export const newLead = z.strictObject({
  companyName: line(),
  contactName: line(),
  email,
  phone: optionalLine(50).default(""),
  message: prose(5000).default(""),
  source: optionalLine(50).default("manual"),
  ownerId: maybe(id).optional(),
  utm: utm.optional(),
})

export const leadChange = z.strictObject({
  id,
  companyName: line().optional(),
  contactName: line().optional(),
  email: email.optional(),
  phone: optionalLine(50).optional(),
  message: prose(5000).optional(),
  source: line(50).optional(),
  ownerId: maybe(id).optional(),
  status: z.enum(["new", "contacted", "qualified", "lost"]).optional(),
  lostReason: prose(500).optional(),
})

export const leadFormOut = z
  .object({
    id,
    slug: z.string(),
    title: z.string(),
    intro: z.string(),
    consentText: z.string(),
    active: z.boolean(),
    publicUrl: z.string(),
    leadCount: z.int(),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "LeadForm" })
export type LeadForm = z.output<typeof leadFormOut>

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/, { error: "leads.refusals.slug" })

export const newLeadForm = z.strictObject({
  title: line(),
  slug: slug.optional(),
  intro: prose(2000).default(""),
  consentText: prose(1000).default(""),
  active: z.boolean().default(true),
})

export const leadFormChange = z.strictObject({
  id,
  title: line().optional(),
  slug: slug.optional(),
  intro: prose(2000).optional(),
  consentText: prose(1000).optional(),
  active: z.boolean().optional(),
})

/** What a stranger sees of a form. `started` proves when the page was made. */
export const publicFormOut = z
  .object({
    slug: z.string(),
    title: z.string(),
    intro: z.string(),
    consentText: z.string(),
    firmName: z.string(),
    started: z.string(),
  })
  .meta({ id: "PublicForm" })

const campaign = optionalLine(200).optional()

export const publicLead = z.strictObject({
  slug: z.string().max(60),
  companyName: line(),
  contactName: line(),
  email,
  phone: optionalLine(50).default(""),
  message: prose(5000).default(""),
  consent: z.boolean().optional(),
  utm: utm.optional(),
  utmSource: campaign,
  utmMedium: campaign,
  utmCampaign: campaign,
  utmTerm: campaign,
  utmContent: campaign,
  /** Left empty by people, who can't see it. */
  website: z.string().max(500).optional(),
  started: z.string().max(200).optional(),
})
