import { z } from "zod"
import { currency, decimal, decimalOut, id, line, maybe, moment, positiveAmount } from "@/lib/kernel/fields"

export const creditOut = z
  .object({
    id,
    clientId: id,
    clientName: z.string(),
    amount: decimalOut,
    currency: z.string(),
    reason: z.string(),
    sourceId: maybe(id),
    createdAt: moment,
  })
  .meta({ id: "CreditLedgerEntry" })
export type CreditEntry = z.output<typeof creditOut>

export const newCredit = z.strictObject({
  clientId: id,
  /** Negative to take credit back. */
  amount: decimal.refine((text) => !/^[-+]?0*(\.0*)?$/.test(text), { error: "credit.refusals.zero" }),
  currency: currency.optional(),
  reason: line(300),
})

export const balanceOut = z
  .object({ balances: z.array(z.object({ currency: z.string(), balance: decimalOut })) })
  .meta({ id: "CreditBalance" })

export const applyCreditInput = z.strictObject({ id, amount: positiveAmount.optional() })
