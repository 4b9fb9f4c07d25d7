import { z } from "zod"

// "The walk, field by field" of the API's specification: the names here are fixed, more fields are welcome.
const id = z.uuid()
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/)
const money = z.string().regex(/^-?\d+\.\d{2}$/)
const day = z.iso.date()

export const tokens = z.object({
  accessToken: z.string().min(20),
  refreshToken: z.string().min(20),
  tokenType: z.literal("Bearer"),
  expiresIn: z.number().int().positive(),
  firm: z.object({ id, name: z.string(), subdomain: z.string() }).nullable(),
  client: z.object({ id, name: z.string() }).nullish(),
  clients: z.array(z.object({ id, name: z.string() })).optional(),
})
export const lead = z.object({ id, status: z.string() })
export const prospect = z.object({ id, leadId: id.nullable(), stage: z.string() })
export const valued = prospect.extend({ estimatedValue: money, currency: z.string() })

const totals = { subtotal: money, taxTotal: money, total: money }
export const proposal = z.object({ id, number: z.string().min(1), status: z.literal("draft"), ...totals })
export const sentProposal = z.object({ id, status: z.literal("sent"), publicUrl: z.url() })
export const accepted = z.object({ clientId: id, contractId: id, projectId: id, engagementId: id, portalUserId: id })

export const project = z.object({ id, clientId: id, name: z.string(), status: z.string() })
export const task = z.object({ id, status: z.string() })
export const timeEntry = z.object({ id, billedAmount: money, hours: decimal })

const invoiceLine = z.object({ description: z.string(), quantity: decimal, unitPrice: money, amount: money })
export const draftInvoice = z.object({
  id,
  status: z.literal("draft"),
  number: z.null(),
  lines: z.array(invoiceLine).min(1),
  total: money,
})
export const sentInvoice = z.object({ id, status: z.literal("sent"), number: z.string().min(1), dueOn: day })
export const invoice = z.object({
  id,
  status: z.string(),
  number: z.string().nullable(),
  currency: z.string().length(3),
  total: money,
  amountPaid: money,
  amountDue: money,
})
export const paymentLink = z.object({ url: z.url() })
export const ledgerEntries = z.array(
  z.object({ account: z.string().min(1), debit: money, credit: money, currency: z.string().length(3) }),
)
export const auditEvents = z.array(
  z.object({
    actorName: z.string().min(1),
    name: z.string(),
    at: z.iso.datetime(),
    result: z.enum(["done", "refused"]),
    operation: z.string().min(1),
    subjectId: id,
  }),
)
export const payments = z.array(z.object({ id, amount: money, currency: z.string().length(3), status: z.string() }))
export const message = z.object({ id, body: z.string() })
