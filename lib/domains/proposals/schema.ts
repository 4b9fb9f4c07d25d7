import { z } from "zod"
import {
  currency,
  day,
  decimal,
  decimalOut,
  email,
  id,
  line,
  maybe,
  moment,
  percent,
  positiveAmount,
  prose,
} from "@/lib/kernel/fields"

/** "expired" is a sent proposal whose last day has passed: it is derived, never stored. */
export const proposalStatuses = ["draft", "sent", "accepted", "declined", "expired"] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

export const lineOut = z.object({
  id,
  position: z.int(),
  description: z.string(),
  quantity: decimalOut,
  unitPrice: decimalOut,
  taxRate: decimalOut,
  optional: z.boolean(),
  selected: z.boolean(),
  amount: decimalOut,
  tax: decimalOut,
})
export type ProposalLine = z.output<typeof lineOut>

const totals = { subtotal: decimalOut, taxTotal: decimalOut, total: decimalOut }

export const proposalOut = z
  .object({
    id,
    number: z.string(),
    prospectId: id,
    clientId: maybe(id),
    title: z.string(),
    companyName: z.string(),
    recipientName: z.string(),
    recipientEmail: z.string(),
    currency: z.string(),
    status: z.enum(proposalStatuses),
    validUntil: maybe(day),
    ...totals,
    sentAt: maybe(moment),
    viewedAt: maybe(moment),
    decidedAt: maybe(moment),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Proposal" })
export type Proposal = z.output<typeof proposalOut>

/** Who accepted, how, and what exactly. `intact`: the proposal still is what was accepted. */
const evidence = z.object({
  signerName: z.string(),
  signerEmail: z.string(),
  onBehalf: z.boolean(),
  enteredBy: maybe(id),
  enteredByName: maybe(z.string()),
  ip: maybe(z.string()),
  userAgent: maybe(z.string()),
  documentHash: z.string(),
  intact: z.boolean(),
  at: moment,
})

export const proposalDetail = proposalOut
  .extend({
    intro: z.string(),
    terms: z.string(),
    declineReason: maybe(z.string()),
    lines: z.array(lineOut),
    publicUrl: maybe(z.string()),
    acceptance: maybe(evidence),
    contractId: maybe(id),
    contractNumber: maybe(z.string()),
    projectId: maybe(id),
    engagementId: maybe(id),
    portalUserId: maybe(id),
  })
  .meta({ id: "ProposalDetail" })
export type ProposalDetail = z.output<typeof proposalDetail>

const newLine = z.strictObject({
  description: line(1000),
  quantity: positiveAmount.default("1"),
  unitPrice: decimal,
  taxRate: percent.default("0"),
  optional: z.boolean().default(false),
  /** Whether an optional line counts; the client may choose otherwise when accepting. */
  selected: z.boolean().optional(),
})
export type NewLine = z.output<typeof newLine>

const lines = z.array(newLine).max(200)

const recipient = { recipientName: line().optional(), recipientEmail: email.optional(), companyName: line().optional() }

export const newProposal = z.strictObject({
  prospectId: id,
  title: line(),
  currency: currency.optional(),
  intro: prose().default(""),
  terms: prose().default(""),
  validUntil: maybe(day).optional(),
  lines: lines.default([]),
  ...recipient,
})

export const proposalChange = z.strictObject({
  id,
  title: line().optional(),
  currency: currency.optional(),
  intro: prose().optional(),
  terms: prose().optional(),
  validUntil: maybe(day).optional(),
  lines: lines.optional(),
  ...recipient,
})

export const converted = z
  .object({
    id,
    status: z.enum(proposalStatuses),
    clientId: id,
    contractId: id,
    projectId: id,
    engagementId: id,
    portalUserId: id,
  })
  .meta({ id: "AcceptedProposal" })

export const proposalVersion = z
  .object({
    version: z.int(),
    number: z.string(),
    title: z.string(),
    status: z.enum(proposalStatuses),
    currency: z.string(),
    total: decimalOut,
    createdAt: moment,
    sentAt: maybe(moment),
  })
  .meta({ id: "ProposalVersion" })

/** A proposal as the client sees it, through the link or in the portal. */
export const offerOut = z
  .object({
    id,
    number: z.string(),
    title: z.string(),
    intro: z.string(),
    terms: z.string(),
    companyName: z.string(),
    recipientName: z.string(),
    currency: z.string(),
    status: z.enum(proposalStatuses),
    validUntil: maybe(day),
    ...totals,
    lines: z.array(lineOut),
    sentAt: maybe(moment),
    decidedAt: maybe(moment),
    acceptedBy: maybe(z.object({ name: z.string(), at: moment, onBehalf: z.boolean() })),
    firm: z.object({ name: z.string(), address: z.string(), taxId: z.string(), accent: z.string() }),
  })
  .meta({ id: "Offer" })
export type Offer = z.output<typeof offerOut>

export const signature = {
  signerName: line(120),
  signerEmail: email,
  agreed: z
    .boolean()
    .refine((agreed) => agreed, { error: "proposals.refusals.agree" })
    .optional(),
  selectedLineIds: z.array(id).max(200).optional(),
  /** The same as a form says it: every option that was shown, and whether it was taken. */
  options: z
    .array(z.strictObject({ id, taken: z.boolean().default(false) }))
    .max(200)
    .optional(),
}

export const reason = prose(1000)
