import { z } from "zod"
import { accounts } from "@/db/schema"
import { day } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict, invalidField } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { moneyString, sumMoney } from "@/lib/platform/money"
import { accountList, accountSums, entryList, findAccounts, findEntries, receivables } from "./queries"
import { balanceOf, totalOf } from "./rules"
import {
  accountOut,
  ageingOut,
  balanceSheetOut,
  entryOut,
  newAccount,
  profitAndLossOut,
  trialBalanceOut,
} from "./schema"
import { ensureAccounts } from "./writes"

export const listEntries = list({
  name: "ledger.listEntries",
  summary: "List ledger entries",
  permission: "ledger:read",
  rest: "GET /finance/ledger-entries",
  input: entryList,
  item: entryOut,
  run: (input, { db }) => findEntries(db, input),
})

export const listAccounts = list({
  name: "ledger.listAccounts",
  summary: "List the chart of accounts",
  permission: "ledger:read",
  rest: "GET /finance/accounts",
  input: accountList,
  item: accountOut,
  run: (input, { db }) => findAccounts(db, input),
})

export const createAccount = mutation({
  name: "ledger.createAccount",
  summary: "Add an account to the chart",
  permission: "ledger:write",
  rest: "POST /finance/accounts",
  input: newAccount,
  output: accountOut,

  async run(input, { db, actor, record }) {
    // The standard chart comes first, so that nobody takes a code that postings rely on for something else.
    await ensureAccounts(db, actor.locale)
    const added = await db.insert(accounts).values(input).onConflictDoNothing().returning()
    if (!added[0]) throw conflict("ledger.refusals.codeTaken", { code: input.code })
    record("account.created", { id: added[0].id })
    return added[0]
  },
})

const asOfInput = z.strictObject({ asOf: day.optional() })

export const trialBalance = query({
  name: "ledger.trialBalance",
  summary: "Trial balance",
  permission: "ledger:read",
  rest: "GET /finance/reports/trial-balance",
  input: asOfInput,
  output: trialBalanceOut,

  async run({ asOf }, { db, actor }) {
    const sums = await accountSums(db, { to: asOf })
    return {
      asOf: asOf ?? today(actor.timeZone),
      currencies: [...sums].map(([currency, rows]) => ({
        currency,
        rows: rows.map((row) => ({
          ...row,
          debit: moneyString(row.debit, currency),
          credit: moneyString(row.credit, currency),
          balance: moneyString(balanceOf(row), currency),
        })),
        debit: moneyString(sumMoney(rows.map(({ debit }) => debit)), currency),
        credit: moneyString(sumMoney(rows.map(({ credit }) => credit)), currency),
      })),
    }
  },
})

type Sums = Awaited<ReturnType<typeof accountSums>> extends Map<string, infer Rows> ? Rows : never

const showing = (rows: Sums, currency: string, ...types: string[]) =>
  rows
    .filter(({ type }) => types.includes(type))
    .map((row) => ({ ...row, amount: moneyString(balanceOf(row), currency) }))

export const profitAndLoss = query({
  name: "ledger.profitAndLoss",
  summary: "Profit and loss",
  permission: "ledger:read",
  rest: "GET /finance/reports/profit-and-loss",
  input: z.strictObject({ from: day.optional(), to: day.optional() }),
  output: profitAndLossOut,

  async run(input, { db, actor }) {
    const to = input.to ?? today(actor.timeZone)
    const from = input.from ?? `${to.slice(0, 4)}-01-01`
    if (from > to) throw invalidField("from", "ledger.refusals.period")
    const sums = await accountSums(db, { from, to: input.to })
    return {
      from,
      to,
      currencies: [...sums].map(([currency, rows]) => ({
        currency,
        income: showing(rows, currency, "income"),
        expenses: showing(rows, currency, "expense"),
        totalIncome: moneyString(totalOf(rows, "income"), currency),
        totalExpenses: moneyString(totalOf(rows, "expense"), currency),
        profit: moneyString(totalOf(rows, "income").minus(totalOf(rows, "expense")), currency),
      })),
    }
  },
})

export const balanceSheet = query({
  name: "ledger.balanceSheet",
  summary: "Balance sheet",
  permission: "ledger:read",
  rest: "GET /finance/reports/balance-sheet",
  input: asOfInput,
  output: balanceSheetOut,

  async run({ asOf }, { db, actor }) {
    const sums = await accountSums(db, { to: asOf })
    return {
      asOf: asOf ?? today(actor.timeZone),
      currencies: [...sums].map(([currency, rows]) => {
        const earnings = totalOf(rows, "income").minus(totalOf(rows, "expense"))
        return {
          currency,
          assets: showing(rows, currency, "asset"),
          liabilities: showing(rows, currency, "liability"),
          equity: showing(rows, currency, "equity"),
          earnings: moneyString(earnings, currency),
          totalAssets: moneyString(totalOf(rows, "asset"), currency),
          totalLiabilitiesAndEquity: moneyString(totalOf(rows, "liability", "equity").plus(earnings), currency),
        }
      }),
    }
  },
})

export const receivablesAgeing = query({
  name: "ledger.receivablesAgeing",
  summary: "Receivables by age",
  permission: "ledger:read",
  rest: "GET /finance/reports/receivables-ageing",
  input: z.strictObject({}),
  output: ageingOut,

  async run(_input, { db, actor }) {
    const asOf = today(actor.timeZone)
    return { asOf, ...(await receivables(db, asOf)) }
  },
})
