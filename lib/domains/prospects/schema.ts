import { z } from "zod"
import {
  amount,
  currency,
  day,
  decimalOut,
  email,
  id,
  line,
  maybe,
  moment,
  optionalLine,
  prose,
} from "@/lib/kernel/fields"

export const stages = ["new", "qualified", "proposal", "negotiation", "won", "lost"] as const
export type Stage = (typeof stages)[number]

export const prospectOut = z
  .object({
    id,
    leadId: maybe(id),
    clientId: maybe(id),
    companyName: z.string(),
    contactName: z.string(),
    email: z.string(),
    phone: z.string(),
    stage: z.enum(stages),
    estimatedValue: maybe(decimalOut),
    currency: z.string(),
    probability: z.int(),
    expectedCloseOn: maybe(day),
    nextStep: z.string(),
    ownerId: maybe(id),
    ownerName: maybe(z.string()),
    lostReason: maybe(z.string()),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Prospect" })
export type Prospect = z.output<typeof prospectOut>

const probability = z.coerce.number().int().min(0).max(100)

export const newProspect = z.strictObject({
  companyName: line(),
  contactName: line(),
  email,
  phone: optionalLine(50).default(""),
  /** For more business with a client that there is. */
  clientId: id.optional(),
  estimatedValue: maybe(amount).optional(),
  currency: currency.optional(),
  probability: probability.optional(),
  expectedCloseOn: maybe(day).optional(),
  nextStep: optionalLine(300).default(""),
  ownerId: maybe(id).optional(),
})

export const prospectChange = z.strictObject({
  id,
  companyName: line().optional(),
  contactName: line().optional(),
  email: email.optional(),
  phone: optionalLine(50).optional(),
  stage: z.enum(stages).optional(),
  estimatedValue: maybe(amount).optional(),
  currency: currency.optional(),
  probability: probability.optional(),
  expectedCloseOn: maybe(day).optional(),
  nextStep: optionalLine(300).optional(),
  ownerId: maybe(id).optional(),
  lostReason: prose(500).optional(),
})

const boardColumn = z.object({
  stage: z.enum(stages),
  count: z.int(),
  totals: z.array(z.object({ currency: z.string(), amount: decimalOut })),
  prospects: z.array(prospectOut),
})

export const boardOut = z.object({ columns: z.array(boardColumn) }).meta({ id: "ProspectBoard" })
export type BoardColumn = z.output<typeof boardColumn>
