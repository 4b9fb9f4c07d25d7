import type Stripe from "stripe"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { listNotifications } from "@/lib/domains/notifications/operations"
import { tellPeople } from "@/lib/domains/notifications/reactions"
import { anInvoice, balances } from "@/test/finance"
import { owner as database, eventsOf, queuedFor } from "@/test/given"
import { deliver, type OpenStripe, openStripe } from "@/test/paying"
import { react } from "@/test/reacting"
import { createPaymentLink } from "../links/operations"
import { listPayments } from "../operations"

let stripe: OpenStripe

beforeAll(async () => {
  stripe = await openStripe()
})
afterEach(() => fetch(`${stripe.address}/_faults/reset`, { method: "POST" }))
afterAll(() => stripe.close())

/** An invoice that has been paid at Stripe, whose webhooks have not come yet. */
async function paidAtStripe(total = "500.00") {
  const given = await stripe.firm()
  const { id } = await anInvoice(given.owner, total)
  const { url } = await given.owner.does(createPaymentLink, { id })
  await stripe.faults({ holdWebhooks: true })
  await stripe.pay(url)
  const { events } = await stripe.state()
  const own = events.filter((event) => event.account === given.account)
  const event = (type: string) => own.find((one) => one.type === type) as Stripe.Event
  return { ...given, id, event }
}

const inboxOf = (firmId: string) => database`select event_id from webhook_inbox where firm_id = ${firmId}`

/** Whatever the order of two calls, the same order for the same seed. */
function shuffled<T>(items: T[], seed: number): T[] {
  return items
    .map((item, i) => ({ item, at: Math.sin(seed * 999 + i * 7919) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

describe("a webhook", () => {
  it("sent twenty times, three at a time, among its fellows in any order, pays once", async () => {
    const { firm, owner, id, event } = await paidAtStripe()
    const [completed, succeeded] = [event("checkout.session.completed"), event("payment_intent.succeeded")]
    const copies = shuffled([...Array(20).fill(completed), ...Array(10).fill(succeeded)] as Stripe.Event[], 7)
    for (let i = 0; i < copies.length; i += 3) {
      expect(new Set(await Promise.all(copies.slice(i, i + 3).map((one) => deliver(one))))).toEqual(new Set([200]))
    }

    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "paid", amountPaid: "500.00" })
    expect((await owner.does(listPayments, {})).items).toMatchObject([{ amount: "500.00" }])
    expect(await balances(owner)).toEqual({ "1010": "500.00", "1100": "0.00", "4000": "500.00" })
    const names = (await eventsOf(firm)).map(({ name }) => name)
    expect(names.filter((name) => name === "invoice.paid" || name === "payment.received")).toHaveLength(2)
    expect(await inboxOf(firm.id)).toHaveLength(2)
  })

  it("that comes in copies and in reverse does no harm", async () => {
    const { owner } = await stripe.firm()
    const { id } = await anInvoice(owner, "500.00")
    const { url } = await owner.does(createPaymentLink, { id })
    await stripe.faults({ duplicate: 3, disorder: true })
    await stripe.pay(url)
    await Promise.all([stripe.webhook("checkout.session.completed", id), stripe.webhook("payment_intent.created", id)])
    expect((await owner.does(listPayments, {})).count).toBe(1)
    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "paid" })
  })

  it("is refused when it isn't signed by Stripe, and changes nothing", async () => {
    const { firm, owner, id, event } = await paidAtStripe()
    const completed = event("checkout.session.completed")
    expect(await deliver(completed, null)).toBe(400)
    expect(await deliver(completed, "t=1,v1=00")).toBe(400)
    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "sent" })
    expect(await inboxOf(firm.id)).toHaveLength(0)
  })

  it("about another firm's payment, an unknown one, or another invoice changes nothing", async () => {
    const [ours, theirs] = [await paidAtStripe(), await paidAtStripe()]
    const completed = ours.event("checkout.session.completed")
    const session = completed.data.object as Stripe.Checkout.Session
    const forged = (changed: { account?: string; metadata?: object; currency?: string }) => ({
      ...completed,
      id: `evt_${crypto.randomUUID()}`,
      account: changed.account ?? completed.account,
      data: {
        object: {
          ...session,
          currency: changed.currency ?? session.currency,
          metadata: { ...session.metadata, ...changed.metadata },
        },
      },
    })
    const attempts = [
      forged({ account: theirs.account }),
      forged({ account: "acct_nobody" }),
      forged({ metadata: { attemptId: crypto.randomUUID() } }),
      forged({ metadata: { invoiceId: theirs.id } }),
      forged({ metadata: { firmId: theirs.firm.id } }),
      forged({ metadata: { attemptId: "" } }),
      forged({ currency: "jpy" }),
      { ...completed, id: "evt_odd", data: { object: { odd: true } } },
    ]
    for (const event of attempts) expect(await deliver(event)).toBe(200)
    for (const { owner, id, firm } of [ours, theirs]) {
      expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "sent", amountPaid: "0.00" })
      expect(await inboxOf(firm.id)).toHaveLength(0)
    }
  })

  it("whose effect fails is not taken as done: the next copy does it", async () => {
    const { firm, owner, id, event } = await paidAtStripe()
    const completed = event("checkout.session.completed")
    const name = `fail_${firm.subdomain.replaceAll("-", "_")}`
    await database.unsafe(`create function pg_temp_${name}() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = '53100'; end $$;
      create trigger ${name} before insert on payments for each row when (new.firm_id = '${firm.id}') execute function pg_temp_${name}()`)
    expect(await deliver(completed)).toBe(503)
    expect(await inboxOf(firm.id)).toHaveLength(0)
    await database.unsafe(`drop trigger ${name} on payments; drop function pg_temp_${name}()`)

    expect(await deliver(completed)).toBe(200)
    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "paid" })
  })

  it("that ends a session ends the attempt, but never one that was paid", async () => {
    const { owner, id, event, account } = await paidAtStripe()
    const paid = event("checkout.session.completed")
    const expired = { ...paid, id: "evt_expired", type: "checkout.session.expired" }
    await deliver(paid)
    await deliver(expired)
    const state = () => database`select status from payment_attempts where invoice_id = ${id}`
    expect(await state()).toEqual([{ status: "succeeded" }])

    const other = await anInvoice(owner, "9.00")
    const { url } = await owner.does(createPaymentLink, { id: other.id })
    await stripe.faults({ holdWebhooks: false })
    const session = url.split("/").at(-1)!
    await stripe.client.checkout.sessions.expire(session, {}, { stripeAccount: account })
    await stripe.webhook("checkout.session.expired", other.id)
    expect(await database`select status from payment_attempts where invoice_id = ${other.id}`).toEqual([
      { status: "expired" },
    ])
    expect((await owner.does(createPaymentLink, { id: other.id })).url).not.toBe(url)
  })

  it("of a payment that failed says so, and the firm's people are told", async () => {
    const { firm, owner, system, id, event } = await paidAtStripe()
    const failed = {
      ...event("checkout.session.completed"),
      id: `evt_${crypto.randomUUID()}`,
      type: "checkout.session.async_payment_failed",
    }
    for (const one of [failed, failed]) expect(await deliver(one)).toBe(200)
    expect((await eventsOf(firm)).filter(({ name }) => name === "payment_link.failed")).toMatchObject([
      { subjectId: id },
    ])
    await react(system, firm.id, tellPeople)
    const { items } = await owner.does(listNotifications, {})
    const { number } = await owner.does(readInvoice, { id })
    expect(items.map(({ text }) => text)).toEqual([`A payment by Harbour & Co for invoice ${number} failed`])
  })

  it("of an account asks the queue to look at it", async () => {
    const { firm, account } = await stripe.firm()
    await stripe.client.accounts.update(account, { email: "new@firm.test" })
    await stripe.webhook("account.updated", account)
    expect((await queuedFor(firm)).map(({ task }) => task)).toContain("payments_sync_account")
  })
})
