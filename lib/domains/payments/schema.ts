import { z } from "zod"
import { day, decimalOut, id, line, maybe, moment, optionalLine, positiveAmount } from "@/lib/kernel/fields"

export const paymentMethods = ["card", "bank_transfer", "cash", "cheque", "other"] as const
export const paymentStatuses = ["succeeded", "part_refunded", "refunded"] as const
export const refundStatuses = ["pending", "succeeded", "failed"] as const

export const paymentOut = z
  .object({
    id,
    clientId: id,
    clientName: z.string(),
    invoiceId: maybe(id),
    invoiceNumber: maybe(z.string()),
    amount: decimalOut,
    appliedAmount: decimalOut,
    refundedAmount: decimalOut,
    currency: z.string(),
    method: z.enum(paymentMethods),
    status: z.enum(paymentStatuses),
    provider: maybe(z.string()),
    providerRef: maybe(z.string()),
    receivedOn: day,
    note: z.string(),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Payment" })
export type Payment = z.output<typeof paymentOut>

export const refundOut = z
  .object({
    id,
    paymentId: id,
    amount: decimalOut,
    currency: z.string(),
    reason: z.string(),
    status: z.enum(refundStatuses),
    createdAt: moment,
  })
  .meta({ id: "Refund" })

export const paymentDetail = paymentOut
  .extend({ refunds: z.array(refundOut), refundable: decimalOut })
  .meta({ id: "PaymentDetail" })
export type PaymentDetail = z.output<typeof paymentDetail>

export const newPayment = z.strictObject({
  id,
  amount: positiveAmount,
  method: z.enum(paymentMethods),
  receivedOn: day.optional(),
  note: optionalLine(300).default(""),
})

export const newRefund = z.strictObject({
  id,
  amount: positiveAmount.optional(),
  reason: optionalLine(300).default(""),
})

export const linkOut = z.object({ url: z.string(), expiresAt: maybe(moment) }).meta({ id: "PaymentLink" })

export const connectionOut = z
  .object({
    state: z.enum(["ready", "not_configured", "not_connected", "not_ready"]),
    accountId: maybe(z.string()),
  })
  .meta({ id: "PaymentConnection" })

/** The event that a webhook carried; its signature has been checked. */
export const webhookEvent = z.strictObject({
  id: line(200),
  type: line(100),
  created: z.int(),
  object: z.record(z.string(), z.unknown()),
})

const metadata = z.object({ firmId: id, invoiceId: id, attemptId: id })

/** The parts of Stripe's objects that matter here; anything else in them is ignored. */
export const checkoutSession = z.object({
  id: z.string(),
  payment_intent: z.string().nullable(),
  payment_status: z.string(),
  amount_total: z.int().nullable(),
  currency: z.string().nullable(),
  metadata,
})
export const paymentIntent = z.object({
  id: z.string(),
  amount_received: z.int(),
  currency: z.string(),
  metadata,
})
export const stripeCharge = z.object({ id: z.string(), payment_intent: z.string().nullable() })
export const stripeRefund = z.object({
  id: z.string(),
  amount: z.int(),
  currency: z.string(),
  payment_intent: z.string().nullable(),
  status: z.string().nullable(),
  metadata: z.record(z.string(), z.string()).nullish(),
})
export type StripeRefund = z.output<typeof stripeRefund>
