import { z } from "zod"
import { day, decimalOut, email, id, line, maybe, moment } from "@/lib/kernel/fields"

export const contractStatuses = ["draft", "sent", "signed", "void"] as const

export const contractOut = z
  .object({
    id,
    number: z.string(),
    clientId: id,
    clientName: z.string(),
    proposalId: maybe(id),
    proposalNumber: maybe(z.string()),
    title: z.string(),
    terms: z.string(),
    status: z.enum(contractStatuses),
    currency: z.string(),
    total: decimalOut,
    startsOn: maybe(day),
    endsOn: maybe(day),
    sentAt: maybe(moment),
    signedAt: maybe(moment),
    signerName: maybe(z.string()),
    signerEmail: maybe(z.string()),
    signedOnBehalf: z.boolean(),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Contract" })
export type Contract = z.output<typeof contractOut>

/** A contract as its client sees it. */
export const ourContract = contractOut
  .pick({
    id: true,
    number: true,
    title: true,
    terms: true,
    status: true,
    currency: true,
    total: true,
    startsOn: true,
    endsOn: true,
    sentAt: true,
    signedAt: true,
    signerName: true,
    signedOnBehalf: true,
    createdAt: true,
  })
  .meta({ id: "OurContract" })
export type OurContract = z.output<typeof ourContract>

export const contractSignature = z.strictObject({ id, signerName: line(120), signerEmail: email })

export const ownSignature = z.strictObject({
  id,
  signerName: line(120).optional(),
  agreed: z
    .boolean()
    .refine((agreed) => agreed, { error: "contracts.refusals.agree" })
    .optional(),
})
