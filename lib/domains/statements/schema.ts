import { z } from "zod"
import { currency, day, decimalOut, id } from "@/lib/kernel/fields"

/** Whose account, for which days; without them, the ninety days until today in the client's own currency. */
export const statementInput = z.strictObject({
  clientId: id,
  from: day.optional(),
  to: day.optional(),
  currency: currency.optional(),
})

export const statementOut = z
  .object({
    client: z.object({ id, name: z.string(), address: z.string(), taxId: z.string() }),
    from: day,
    to: day,
    currency: z.string(),
    /** Every currency in which there is something to tell. */
    currencies: z.array(z.string()),
    /** What was owed when the period began; negative is credit the client has. */
    opening: decimalOut,
    closing: decimalOut,
    entries: z.array(
      z.object({
        id,
        on: day,
        kind: z.string(),
        reference: z.string(),
        /** What it adds to the client's debt; a payment is negative. */
        amount: decimalOut,
        /** What is owed after it. */
        balance: decimalOut,
      }),
    ),
  })
  .meta({ id: "StatementOfAccount" })
export type StatementOfAccount = z.output<typeof statementOut>
