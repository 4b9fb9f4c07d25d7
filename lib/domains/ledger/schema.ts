import { z } from "zod"
import { day, decimalOut, id, line, moment } from "@/lib/kernel/fields"

export const accountTypes = ["asset", "liability", "equity", "income", "expense"] as const

/** What can be posted; each names a sentence of the catalogue. */
export const postingKinds = [
  "invoice.issued",
  "invoice.voided",
  "payment.received",
  "payment.refunded",
  "credit.granted",
  "credit.applied",
] as const
export type PostingKind = (typeof postingKinds)[number]

export const entryOut = z
  .object({
    id,
    transactionId: id,
    sourceId: id,
    kind: z.string(),
    account: z.string(),
    accountName: z.string(),
    debit: decimalOut,
    credit: decimalOut,
    currency: z.string(),
    postedOn: day,
    description: z.string(),
  })
  .meta({ id: "LedgerEntry" })
export type LedgerEntry = z.output<typeof entryOut>

export const accountOut = z
  .object({
    id,
    code: z.string(),
    name: z.string(),
    type: z.enum(accountTypes),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Account" })
export type Account = z.output<typeof accountOut>

export const newAccount = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[0-9A-Z][0-9A-Z.-]{0,19}$/i, { error: "ledger.refusals.code" }),
  name: line(120),
  type: z.enum(accountTypes),
})

const accountRow = z.object({ account: z.string(), name: z.string(), type: z.enum(accountTypes) })

export const trialBalanceOut = z
  .object({
    asOf: day,
    currencies: z.array(
      z.object({
        currency: z.string(),
        rows: z.array(accountRow.extend({ debit: decimalOut, credit: decimalOut, balance: decimalOut })),
        debit: decimalOut,
        credit: decimalOut,
      }),
    ),
  })
  .meta({ id: "TrialBalance" })

const amounts = z.array(accountRow.extend({ amount: decimalOut }))

export const profitAndLossOut = z
  .object({
    from: day,
    to: day,
    currencies: z.array(
      z.object({
        currency: z.string(),
        income: amounts,
        expenses: amounts,
        totalIncome: decimalOut,
        totalExpenses: decimalOut,
        profit: decimalOut,
      }),
    ),
  })
  .meta({ id: "ProfitAndLoss" })

export const balanceSheetOut = z
  .object({
    asOf: day,
    currencies: z.array(
      z.object({
        currency: z.string(),
        assets: amounts,
        liabilities: amounts,
        equity: amounts,
        earnings: decimalOut,
        totalAssets: decimalOut,
        totalLiabilitiesAndEquity: decimalOut,
      }),
    ),
  })
  .meta({ id: "BalanceSheet" })

export const ageingOut = z
  .object({
    asOf: day,
    rows: z.array(
      z.object({
        clientId: id,
        clientName: z.string(),
        currency: z.string(),
        notDue: decimalOut,
        days30: decimalOut,
        days60: decimalOut,
        days90: decimalOut,
        older: decimalOut,
        total: decimalOut,
      }),
    ),
    totals: z.array(
      z.object({
        currency: z.string(),
        notDue: decimalOut,
        days30: decimalOut,
        days60: decimalOut,
        days90: decimalOut,
        older: decimalOut,
        total: decimalOut,
      }),
    ),
  })
  .meta({ id: "ReceivablesAgeing" })
