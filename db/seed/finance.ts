import { applyCredit, grantCredit } from "@/lib/domains/credit/operations"
import { createInvoice } from "@/lib/domains/invoices/operations/drafts"
import { remindInvoice, sendInvoice, voidInvoice } from "@/lib/domains/invoices/operations/issuing"
import { listInvoices } from "@/lib/domains/invoices/operations/reading"
import { readOurInvoice } from "@/lib/domains/invoices/portal"
import { createInvoiceFromTime, listUnbilled } from "@/lib/domains/invoices/time/operations"
import { createAccount } from "@/lib/domains/ledger/operations"
import { listPayments, recordPayment } from "@/lib/domains/payments/operations"
import { refundPayment } from "@/lib/domains/payments/refunds/operations"
import { connectStandIn, payByCard } from "./cards"
import type { SoldWork } from "./crm"
import { billingDays, extraAccounts, handWritten } from "./finance-data"
import type { World } from "./world"

type Sent = { id: string; clientId: string; amountDue: string; sentDaysAgo: number }

/** The money: hours billed every few weeks, what was paid and how, what is late, and what the books say of it. */
export async function seedFinance(world: World, full: boolean, sold: SoldWork[]) {
  const cards = await connectStandIn(world)
  const keeper = world.as(full ? "admin@acme.test" : "owner@birch.test")
  for (const account of extraAccounts) await world.as(ownerOf(full)).on(180).does(createAccount, account)

  const taxRate = full ? "8.25" : "19"
  let turn = 0
  for (const daysAgo of billingDays) {
    const { items } = await keeper.on(daysAgo).does(listUnbilled, { limit: 100 })
    for (const project of items.filter(({ from }) => from <= world.day(daysAgo))) {
      const { clientId, projectId } = project
      const until = world.day(daysAgo)
      const draft = await keeper.on(daysAgo, 9).does(createInvoiceFromTime, { clientId, projectId, until, taxRate })
      const sent = await keeper.on(daysAgo, 10).does(sendInvoice, { id: draft.id })
      await becomeOf(world, keeper, { ...sent, sentDaysAgo: daysAgo }, sold, cards ? turn++ : turn++ * 2 + 1)
    }
  }
  await openForPortals(world, keeper, sold)
  if (full) return exceptions(keeper, sold)
  const { clientId } = sold[0]!
  await keeper.on(3).does(grantCredit, { clientId, amount: "50.00", reason: "Referral" })
  await keeper.on(1).does(createInvoice, { ...handWritten.workshop, clientId })
}

const ownerOf = (full: boolean) => (full ? "owner@acme.test" : "owner@birch.test")
type Keeper = ReturnType<World["as"]>

/** Most pay within their terms, by card or by transfer; now and then somebody is late. */
async function becomeOf(world: World, keeper: Keeper, invoice: Sent, sold: SoldWork[], turn: number) {
  const { id, clientId, amountDue, sentDaysAgo } = invoice
  const payer = portalUserOf(sold, clientId)
  if (payer && turn % 5 !== 3)
    await world
      .as(payer)
      .on(Math.max(0, sentDaysAgo - 1), 8)
      .does(readOurInvoice, { id })
  const paidDaysAgo = sentDaysAgo - 6 - (turn % 7)
  if (paidDaysAgo < 1 || isLate(sentDaysAgo, turn)) {
    if (sentDaysAgo > 14) await keeper.on(sentDaysAgo - 18).does(remindInvoice, { id })
    return
  }
  if (payer && turn % 2 === 0) return payByCard(world, payer, id, paidDaysAgo)
  const method = turn % 5 === 1 ? ("cheque" as const) : ("bank_transfer" as const)
  await keeper
    .on(paidDaysAgo, 16)
    .does(recordPayment, { id, amount: amountDue, method, note: `Statement ${100 + turn}` })
}

const isLate = (sentDaysAgo: number, turn: number) =>
  (sentDaysAgo === billingDays.at(-2) && turn % 2 === 0) || (sentDaysAgo === billingDays.at(-4) && turn % 4 === 1)

const portalUsers: Record<string, string> = {
  "Northwind Traders": "pat@northwind.test",
  Globex: "gil@globex.test",
}
function portalUserOf(sold: SoldWork[], clientId: string): string | undefined {
  const client = sold.find((one) => one.clientId === clientId)
  return client && portalUsers[client.name]
}

/** Whoever signs in to a portal has something to pay there. */
async function openForPortals(world: World, keeper: Keeper, sold: SoldWork[]) {
  for (const [n, client] of sold.entries()) {
    if (!portalUsers[client.name] && n > 0) continue
    const { count } = await keeper.does(listInvoices, { clientId: client.clientId, status: "open", limit: 1 })
    if (count > 0) continue
    const { id } = await keeper.on(3).does(createInvoice, { ...handWritten.workshop, clientId: client.clientId })
    await keeper.on(3, 11).does(sendInvoice, { id })
    const payer = portalUserOf(sold, client.clientId)
    if (payer) await world.as(payer).on(2).does(readOurInvoice, { id })
  }
}

/** What doesn't go as planned: a part payment, an overpayment and the credit of it, a refund, a void, drafts. */
async function exceptions(keeper: Keeper, sold: SoldWork[]) {
  const [northwind, globex, kestrel, harbor] = sold
  const write = async (client: SoldWork, given: (typeof handWritten)[keyof typeof handWritten], daysAgo: number) =>
    (await keeper.on(daysAgo).does(createInvoice, { ...given, clientId: client.clientId })).id
  const send = async (client: SoldWork, given: (typeof handWritten)[keyof typeof handWritten], daysAgo: number) => {
    const id = await write(client, given, daysAgo)
    return keeper.on(daysAgo, 11).does(sendInvoice, { id })
  }

  const part = await send(harbor!, handWritten.licences, 4)
  await keeper
    .on(2)
    .does(recordPayment, { id: part.id, amount: "1000.00", method: "bank_transfer", note: "First half" })

  const over = await send(kestrel!, handWritten.workshop, 4)
  const paid = await keeper.on(3).does(recordPayment, { id: over.id, amount: "3500.00", method: "bank_transfer" })
  if (paid.status !== "paid") throw new Error("the workshop costs more than was paid")
  const next = await send(kestrel!, handWritten.licences, 2)
  await keeper.on(1).does(applyCredit, { id: next.id })

  await keeper
    .on(3)
    .does(grantCredit, { clientId: globex!.clientId, amount: "120.00", reason: "Delayed report in March" })
  await keeper.on(2).does(grantCredit, { clientId: northwind!.clientId, amount: "80.00", reason: "Referral" })

  const wrong = await send(northwind!, handWritten.licences, 2)
  await keeper.on(2, 15).does(voidInvoice, { id: wrong.id })
  await write(northwind!, handWritten.retainer, 1)
  await write(harbor!, handWritten.workshop, 1)

  const { items } = await keeper.does(listPayments, { method: "bank_transfer", clientId: harbor!.clientId, limit: 1 })
  await keeper
    .on(1)
    .does(refundPayment, { id: items[0]!.id, amount: "150.00", reason: "Two licences fewer than planned" })
}
