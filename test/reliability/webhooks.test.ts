import "./own-database"
import Stripe from "stripe"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { createPaymentLink } from "@/lib/domains/payments/links/operations"
import { webhookSecret } from "@/stand-ins/stripe/fixture"
import { anInvoice } from "../finance"
import { owner as database } from "../given"
import { type OpenStripe, openStripe } from "../paying"
import { aServer, persist } from "./processes"
import { limit, report, size } from "./sizes"
import { workers } from "./workers"

type Firm = Awaited<ReturnType<OpenStripe["firm"]>>
type Event = Stripe.Event & { account?: string }
type Fact = { amount: number; events: Event[] }

let stripe: OpenStripe
let server: Awaited<ReturnType<typeof aServer>>

beforeAll(async () => {
  stripe = await openStripe()
  server = await aServer()
})
afterAll(async () => {
  await server.stop()
  await stripe.close()
})

/** What Stripe sends when a page has been paid: the shape of every event here. */
async function eventsOfAPayment() {
  const { owner, account } = await stripe.firm()
  const { id } = await anInvoice(owner, "5.00")
  const { url } = await owner.does(createPaymentLink, { id })
  await stripe.faults({ holdWebhooks: true })
  await stripe.pay(url)
  const { events } = await stripe.state()
  return (events as Event[]).filter(
    (one) => one.account === account && ["checkout.session.completed", "payment_intent.succeeded"].includes(one.type),
  )
}

/** Payments of 1.00 to 3.00 on invoices of 10.00: some invoices are paid in part, some beyond their total. */
async function payments({ firm, owner, account }: Firm, count: number): Promise<Fact[]> {
  const shape = await eventsOfAPayment()
  const { id: clientId } = await owner.does(createClient, { name: "Harbour & Co", email: "accounts@harbour.test" })
  const facts: Fact[] = []
  for (let invoice = 0; facts.length < count; invoice++) {
    const { id: invoiceId } = await anInvoice(owner, "10.00", { clientId })
    for (let i = 0; i < 4 + (invoice % 4) && facts.length < count; i++) {
      const [attemptId, amount] = [crypto.randomUUID(), 100 * (1 + ((invoice + i) % 3))]
      await database`insert into payment_attempts (firm_id, id, invoice_id, client_id, amount, currency, status, created_at, updated_at)
        values (${firm.id}, ${attemptId}, ${invoiceId}, ${clientId}, ${amount / 100}, 'USD', 'open', now(), now())`
      const metadata = { firmId: firm.id, invoiceId, attemptId }
      const intent = `pi_${attemptId.replaceAll("-", "")}`
      const own = { metadata, amount_total: amount, amount_received: amount, currency: "usd" }
      const events = shape.map((one) => ({
        ...one,
        id: `evt_${crypto.randomUUID().replaceAll("-", "")}`,
        account,
        data: {
          object: {
            ...one.data.object,
            ...own,
            ...(one.type === "payment_intent.succeeded"
              ? { id: intent }
              : { id: `cs_${attemptId.replaceAll("-", "")}`, payment_intent: intent }),
          },
        },
      })) as unknown as Event[]
      facts.push({ amount, events })
    }
  }
  return facts
}

const send = (event: Event) => {
  const payload = JSON.stringify(event)
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret })
  return fetch(`${server.address}/api/v1/webhooks/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature },
    body: payload,
  })
}

/** Every event three times at once, in any order; the server is killed again and again while they are under way. */
async function deliverAll(facts: Fact[], kills: number) {
  const queue = shuffled(facts.flatMap(({ events }) => events))
  const each = Math.max(1, Math.floor(queue.length / (kills + 1)))
  const before = server.starts()
  let through = 0
  let deliveries = 0
  await workers(8, async () => {
    for (let event = queue.pop(); event; event = queue.pop()) {
      const one = event
      if (++through % each === 0 && through / each <= kills) {
        // While its first copies are being worked on.
        const copies = Promise.all([1, 2, 3].map(() => persist(() => send(one))))
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 15))
        server.kill()
        await copies
      } else await Promise.all([1, 2, 3].map(() => persist(() => send(one))))
      deliveries += 3
    }
  })
  return { deliveries, restarts: server.starts() - before }
}

function shuffled<T>(items: T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** What the firm's books say against the events that Stripe sent: nothing when every one was taken in once. */
async function wrongBooks({ firm }: Firm, facts: Fact[]) {
  const [books] = await database<
    Record<"inbox" | "payments" | "told" | "paid" | "credit" | "unbalanced", number>[]
  >`select
    (select count(*)::int from webhook_inbox where firm_id = ${firm.id}) as inbox,
    (select count(*)::int from payments where firm_id = ${firm.id}) as payments,
    (select count(*)::int from audit_events where firm_id = ${firm.id} and name = 'payment.received') as told,
    (select coalesce(sum(amount_paid), 0)::float8 from invoices where firm_id = ${firm.id}) as paid,
    (select coalesce(sum(amount), 0)::float8 from credit_ledger_entries where firm_id = ${firm.id}) as credit,
    (select coalesce(sum(debit - credit), 0)::float8 from ledger_entries where firm_id = ${firm.id}) as unbalanced`
  const [clearing] = await database<{ sum: number }[]>`
    select coalesce(sum(debit - credit), 0)::float8 as sum from ledger_entries where firm_id = ${firm.id} and account_code = '1010'`
  const sum = facts.reduce((total, { amount }) => total + amount, 0) / 100
  const events = facts.flatMap((fact) => fact.events).length
  const { inbox, payments, told, paid, credit, unbalanced } = books!
  const expected = {
    inbox: events,
    payments: facts.length,
    told: facts.length,
    received: sum,
    clearing: sum,
    unbalanced: 0,
  }
  const found = { inbox, payments, told, received: paid + credit, clearing: clearing!.sum, unbalanced }
  return Object.keys(expected).filter((name) => expected[name as never] !== found[name as never])
}

describe("M1 payment webhooks", () => {
  it("M1 count once each, though they come in threes and any order and the server is killed", {
    timeout: limit(),
  }, async () => {
    const kills = size(3, 200)
    const from = performance.now()
    const firm = await stripe.firm()
    const facts = await payments(firm, kills * 15)
    const { deliveries, restarts } = await deliverAll(facts, kills)
    expect(restarts).toBe(kills)
    expect(await wrongBooks(firm, facts)).toEqual([])
    report("M1", {
      kills,
      events: facts.length * 2,
      deliveries,
      seconds: Math.round((performance.now() - from) / 1000),
    })
  })

  it("M1 control: an event that never came, and one payment too many, are found out", async () => {
    const firm = await stripe.firm()
    const [first, second] = await payments(firm, 2)
    await deliverAll([first!], 0)
    expect(await wrongBooks(firm, [first!])).toEqual([])
    expect(await wrongBooks(firm, [first!, second!])).toEqual(["inbox", "payments", "told", "received", "clearing"])
    await deliverAll([first!, second!], 0)
    expect(await wrongBooks(firm, [first!])).toEqual(["inbox", "payments", "told", "received", "clearing"])
  })

  it("M1 control: without the inbox's key an event is taken in twice, and that is found out", async () => {
    await database`alter table webhook_inbox drop constraint webhook_inbox_pkey`
    const firm = await stripe.firm()
    const facts = await payments(firm, 6)
    await deliverAll(facts, 0)
    expect(await wrongBooks(firm, facts)).toContain("inbox")
  })
})
