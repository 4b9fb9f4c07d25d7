import { z } from "zod"
import { invoiceDetailById } from "@/lib/domains/invoices/queries"
import { invoiceDetail } from "@/lib/domains/invoices/schema"
import { firmToday, lockedOpen, paidEvent, payInvoice } from "@/lib/domains/invoices/writes"
import { account } from "@/lib/domains/ledger/rules"
import { post } from "@/lib/domains/ledger/writes"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { Decimal, roundMoney } from "@/lib/platform/money"
import { balanceIn, balancesOf, creditList, findCredit } from "./queries"
import { applyCreditInput, balanceOut, creditOut, newCredit } from "./schema"
import { addCredit, lockCredit } from "./writes"

export const listCredit = list({
  name: "credit.list",
  summary: "List credit entries",
  permission: "payments:read",
  rest: "GET /finance/credit-ledger-entries",
  input: creditList,
  item: creditOut,
  run: (input, { db }) => findCredit(db, input),
})

export const readBalance = query({
  name: "credit.readBalance",
  summary: "Read a client's credit",
  permission: "payments:read",
  rest: "GET /finance/credit-balances/{clientId}",
  input: z.strictObject({ clientId: id }),
  output: balanceOut,
  run: async ({ clientId }, { db }) => ({ balances: await balancesOf(db, clientId) }),
})

export const grantCredit = mutation({
  name: "credit.grant",
  summary: "Give a client credit, or take it back",
  permission: "payments:write",
  rest: "POST /finance/credit-ledger-entries",
  input: newCredit,
  output: creditOut,

  async run({ clientId, reason, ...given }, { db, actor, record }) {
    const client = await lockCredit(db, clientId)
    const currency = given.currency ?? client.currency
    const amount = roundMoney(given.amount, currency)
    if (amount.isZero()) throw conflict("credit.refusals.zero")
    const held = await balanceIn(db, clientId, currency)
    if (held.plus(amount).isNegative()) throw conflict("credit.refusals.notEnough", { client: client.name })

    const entry = await addCredit(db, { clientId, currency, amount, reason })
    const posting = {
      kind: "credit.granted" as const,
      sourceId: entry.id,
      sourceKey: `credit.granted:${entry.id}`,
      description: reason,
      postedOn: (await firmToday(db)).today,
      currency,
      sides: [
        { account: account.creditsGranted, debit: amount },
        { account: account.clientCredit, credit: amount },
      ],
    }
    await post(db, posting, actor.locale)
    record("credit.granted", { id: entry.id, clientId })
    return { ...entry, clientName: client.name }
  },
})

export const applyCredit = mutation({
  name: "invoices.applyCredit",
  summary: "Pay an invoice from the client's credit",
  permission: "payments:write",
  rest: "POST /finance/invoices/{id}/apply-credit",
  input: applyCreditInput,
  output: invoiceDetail,

  async run({ id, amount }, { db, actor, record }) {
    const invoice = await lockedOpen(db, id)
    const { clientId, currency, number } = invoice
    const client = await lockCredit(db, clientId)
    const held = await balanceIn(db, clientId, currency)
    const wanted = amount ? roundMoney(amount, currency) : held
    if (held.lessThanOrEqualTo(0) || wanted.greaterThan(held)) {
      throw conflict("credit.refusals.notEnough", { client: client.name })
    }
    const { applied, invoice: paid } = await payInvoice(db, invoice, Decimal.min(wanted, held))

    const entry = await addCredit(db, {
      clientId,
      currency,
      amount: applied.negated(),
      reason: number ?? "",
      sourceId: id,
    })
    const { today } = await firmToday(db)
    const posting = {
      kind: "credit.applied" as const,
      sourceId: id,
      sourceKey: `credit.applied:${entry.id}`,
      description: number ?? "",
      postedOn: today,
      currency,
      sides: [
        { account: account.clientCredit, debit: applied },
        { account: account.receivable, credit: applied },
      ],
    }
    await post(db, posting, actor.locale)
    record("credit.applied", { id: entry.id, clientId })
    record(paidEvent(paid), { id, clientId })
    return invoiceDetailById(db, id, today)
  },
})
