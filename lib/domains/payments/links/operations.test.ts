import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { createInvoice } from "@/lib/domains/invoices/operations/drafts"
import { sendInvoice, voidInvoice } from "@/lib/domains/invoices/operations/issuing"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { downloadOurInvoice, listOurInvoices, readOurInvoice } from "@/lib/domains/invoices/portal"
import { listEntries } from "@/lib/domains/ledger/operations"
import { anInvoice, balances, outcomes } from "@/test/finance"
import { aFirm, owner as database, eventsOf, queuedFor } from "@/test/given"
import { type OpenStripe, openStripe } from "@/test/paying"
import { react, scopeOf } from "@/test/reacting"
import { listPayments, recordPayment } from "../operations"
import { createOurPaymentLink } from "../portal"
import { closeOldLinks } from "../reactions"
import { resumePayments } from "../schedules"
import { createPaymentLink } from "./operations"

let stripe: OpenStripe

beforeAll(async () => {
  stripe = await openStripe()
})
afterEach(() => fetch(`${stripe.address}/_faults/reset`, { method: "POST" }))
afterAll(() => stripe.close())

const attemptsOf = (invoiceId: string) =>
  database<{ id: string; status: string; amount: string; url: string | null }[]>`
    select id, status, amount, url from payment_attempts where invoice_id = ${invoiceId} order by id`

const sessionsOf = async (account: string) =>
  (await stripe.client.checkout.sessions.list({}, { stripeAccount: account })).data

describe("paying an invoice by card", () => {
  it("goes from the link over Stripe's page to a paid invoice, exactly posted", async () => {
    const { firm, owner } = await stripe.firm()
    const { id } = await anInvoice(owner, "500.00", { taxRate: "8.25" })
    const link = await owner.does(createPaymentLink, { id })
    expect(link.url).toContain(stripe.address)

    await stripe.pay(link.url)
    await stripe.webhook("checkout.session.completed", id)

    expect(await owner.does(readInvoice, { id })).toMatchObject({
      status: "paid",
      amountPaid: "541.25",
      amountDue: "0.00",
    })
    const { items } = await owner.does(listPayments, { invoiceId: id })
    expect(items).toMatchObject([{ amount: "541.25", method: "card", provider: "stripe", appliedAmount: "541.25" }])
    const { items: entries } = await owner.does(listEntries, { sourceId: items[0]!.id })
    expect(entries.map(({ account, debit, credit }) => [account, debit, credit]).sort()).toEqual([
      ["1010", "541.25", "0.00"],
      ["1100", "0.00", "541.25"],
    ])
    expect(await attemptsOf(id)).toMatchObject([{ status: "succeeded" }])
    const events = await eventsOf(firm)
    expect(events.filter(({ name }) => name === "invoice.paid")).toMatchObject([
      { subjectId: id, actorKind: "system", operation: "payments.applyWebhook" },
    ])
    expect(events.filter(({ name }) => name === "payment.received")).toHaveLength(1)
    await expect(owner.does(createPaymentLink, { id })).rejects.toMatchObject({
      sentence: { key: "invoices.refusals.paid" },
    })
  })

  it("opens one page however often it is asked for, and another when the amount has changed", async () => {
    const { owner, account } = await stripe.firm()
    const { id } = await anInvoice(owner, "500.00")
    const links = await Promise.all(Array.from({ length: 5 }, () => owner.does(createPaymentLink, { id })))
    expect(new Set(links.map(({ url }) => url)).size).toBe(1)
    expect(await sessionsOf(account)).toHaveLength(1)

    await owner.does(recordPayment, { id, amount: "100.00", method: "cash" })
    const rest = await owner.does(createPaymentLink, { id })
    expect(rest.url).not.toBe(links[0]!.url)
    expect((await sessionsOf(account)).map(({ amount_total }) => amount_total).sort()).toEqual([40_000, 50_000])
  })

  it("turns what was paid too much into credit", async () => {
    const { owner } = await stripe.firm()
    const { id } = await anInvoice(owner, "500.00")
    const { url } = await owner.does(createPaymentLink, { id })
    await owner.does(recordPayment, { id, amount: "100.00", method: "cash" })
    await stripe.pay(url)
    await stripe.webhook("checkout.session.completed", id)

    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "paid", amountPaid: "500.00" })
    expect(await balances(owner)).toMatchObject({
      "1010": "500.00",
      "1000": "100.00",
      "1100": "0.00",
      "2300": "100.00",
    })
  })

  it("says why where it can't be done", async () => {
    const none = await aFirm()
    const [{ owner }, waiting] = [await stripe.firm(), await aFirm({ stripeAccountId: `acct_${Date.now()}` })]
    await database`update firms set stripe_ready = false where id = ${waiting.firm.id}`
    const gone = await anInvoice(owner)
    await owner.does(voidInvoice, { id: gone.id })
    const { id: clientId } = await owner.does(createClient, { name: "Draft" })
    const { id: draft } = await owner.does(createInvoice, { clientId, lines: [{ description: "x", unitPrice: "1" }] })
    const link = (who: typeof owner, id: string) =>
      who.does(createPaymentLink, { id }).catch((refusal) => refusal.sentence.key)

    expect(await link(none.owner, (await anInvoice(none.owner)).id)).toBe("payments.refusals.not_connected")
    expect(await link(waiting.owner, (await anInvoice(waiting.owner)).id)).toBe("payments.refusals.not_ready")
    expect(await link(owner, gone.id)).toBe("invoices.refusals.void")
    expect(await link(owner, draft)).toBe("invoices.refusals.draft")
    expect(await link(owner, (await anInvoice(owner, "1000000.00")).id)).toBe("payments.refusals.unchargeable")
    expect(await link(owner, (await anInvoice(none.owner)).id)).toBe("kernel.notFound")
  })
})

describe("in the portal", () => {
  it("a client sees the invoice, the firm sees that, and the client pays", async () => {
    const { firm, owner, portalUser } = await stripe.firm()
    const { id, clientId, number } = await anInvoice(owner, "120.00")
    const pat = await portalUser(clientId, "billing")

    expect((await pat.does(listOurInvoices, {})).items).toMatchObject([{ id, number, status: "sent" }])
    expect(await pat.does(readOurInvoice, { id })).toMatchObject({
      status: "viewed",
      onlinePayment: "ready",
      lines: [{ description: "Advice", amount: "120.00" }],
      payments: [],
    })
    await pat.does(readOurInvoice, { id })
    expect((await eventsOf(firm)).filter(({ name }) => name === "invoice.viewed")).toMatchObject([
      { subjectId: id, actorKind: "client" },
    ])

    const { url } = await pat.does(createOurPaymentLink, { id })
    expect((await owner.does(createPaymentLink, { id })).url).toBe(url)
    await stripe.pay(url)
    await stripe.webhook("checkout.session.completed", id)
    expect(await pat.does(readOurInvoice, { id })).toMatchObject({
      status: "paid",
      payments: [{ amount: "120.00", method: "card" }],
    })
  })

  it("drafts, siblings' and other firms' invoices do not exist, and viewers pay nothing", async () => {
    const { owner, portalUser } = await stripe.firm()
    const { id, clientId } = await anInvoice(owner)
    const sibling = await owner.does(createClient, { name: "Sibling" })
    const theirs = await stripe.firm()
    const foreign = await theirs.owner.does(createClient, { name: "Foreign" })
    const draft = await owner.does(createInvoice, { clientId, lines: [{ description: "x", unitPrice: "1" }] })
    const [own, near, far] = [
      await portalUser(clientId),
      await portalUser(sibling.id),
      await theirs.portalUser(foreign.id),
    ]
    const tries = [near, far].flatMap((who) => [
      who.does(readOurInvoice, { id }),
      who.does(createOurPaymentLink, { id }),
      who.does(downloadOurInvoice, { id }),
    ])
    expect(new Set(await outcomes(tries))).toEqual(new Set(["not_found"]))
    expect(await outcomes([own.does(readOurInvoice, { id: draft.id })])).toEqual(["not_found"])
    expect((await near.does(listOurInvoices, {})).count).toBe(0)
    const viewer = await portalUser(clientId, "viewer")
    expect(await outcomes([viewer.does(createOurPaymentLink, { id })])).toEqual(["forbidden"])
    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "sent", version: 2 })
    expect(await attemptsOf(id)).toEqual([])
  })
})

describe("when Stripe fails", () => {
  it("a refused call is said, and the next one or the queue finishes the same attempt", async () => {
    const { firm, owner, system, account } = await stripe.firm()
    const { id } = await anInvoice(owner, "80.00")
    await stripe.faults({ failNextRequests: { count: 2, status: 500 } })
    await expect(owner.does(createPaymentLink, { id })).rejects.toMatchObject({
      code: "unavailable",
      sentence: { key: "payments.refusals.stripeAway" },
    })
    const [attempt] = await attemptsOf(id)
    expect(attempt).toMatchObject({ status: "pending", url: null })
    const queued = (await queuedFor(firm)).filter(({ task }) => task === "payments_resume")
    expect(queued).toMatchObject([{ payload: { attemptId: attempt!.id } }])

    await resumePayments.run({ attemptId: attempt!.id }, await scopeOf(system))
    const [opened] = await attemptsOf(id)
    expect(opened).toMatchObject({ id: attempt!.id, status: "open" })
    expect((await owner.does(createPaymentLink, { id })).url).toBe(opened!.url)
    expect(await sessionsOf(account)).toHaveLength(1)
  })

  it("a crash between the call and its outcome leaves one page, found again by the queue, and pays once", async () => {
    const { owner, system, account } = await stripe.firm()
    const { id } = await anInvoice(owner, "80.00")
    // Stripe does the work, twice over, and neither answer arrives: as if the process had died in between.
    await stripe.faults({ resetNextResponses: 2 })
    await expect(owner.does(createPaymentLink, { id })).rejects.toMatchObject({ code: "unavailable" })
    const sessions = await sessionsOf(account)
    expect(sessions).toHaveLength(1)

    const [attempt] = await attemptsOf(id)
    await stripe.pay(sessions[0]!.url!)
    await stripe.webhook("checkout.session.completed", id)
    const scope = await scopeOf(system)
    for (let i = 0; i < 2; i++) await resumePayments.run({ attemptId: attempt!.id }, scope)
    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "paid", amountPaid: "80.00" })
    expect(await attemptsOf(id)).toMatchObject([{ status: "succeeded" }])
    expect((await owner.does(listPayments, { invoiceId: id })).count).toBe(1)
  })

  it("a call that times out is repeated and answered", async () => {
    const { owner, account } = await stripe.firm()
    const { id } = await anInvoice(owner, "80.00")
    await stripe.faults({ dropNextResponses: 1 })
    expect((await owner.does(createPaymentLink, { id })).url).toContain(stripe.address)
    expect(await sessionsOf(account)).toHaveLength(1)
  })

  it("the queue ends an attempt for what is no longer owed", async () => {
    const { owner, system } = await stripe.firm()
    const { id } = await anInvoice(owner, "80.00")
    await stripe.faults({ failNextRequests: { count: 2, status: 503 } })
    await expect(owner.does(createPaymentLink, { id })).rejects.toMatchObject({ code: "unavailable" })
    await owner.does(recordPayment, { id, amount: "80.00", method: "cash" })
    const [attempt] = await attemptsOf(id)
    await resumePayments.run({ attemptId: attempt!.id }, await scopeOf(system))
    expect(await attemptsOf(id)).toMatchObject([{ status: "expired", url: null }])
  })
})

describe("a link that is out of date", () => {
  it("is closed when what is owed has changed, and stays when it has not", async () => {
    const { firm, owner, system, account } = await stripe.firm()
    const { id } = await anInvoice(owner, "80.00")
    const old = await owner.does(createPaymentLink, { id })
    await owner.does(recordPayment, { id, amount: "30.00", method: "cash" })
    const fresh = await owner.does(createPaymentLink, { id })
    for (let i = 0; i < 2; i++) await react(system, firm.id, closeOldLinks)
    const states = async () => (await sessionsOf(account)).map(({ status }) => status).sort()
    expect(await states()).toEqual(["expired", "open"])
    expect((await fetch(old.url)).status).toBe(410)
    expect((await owner.does(createPaymentLink, { id })).url).toBe(fresh.url)

    await stripe.pay(fresh.url)
    await stripe.webhook("checkout.session.completed", id)
    await react(system, firm.id, closeOldLinks)
    expect(await states()).toEqual(["complete", "expired"])
    expect((await attemptsOf(id)).map(({ status }) => status)).toEqual(["expired", "succeeded"])
  })
})

describe("sending twice at once", () => {
  it("issues one number", async () => {
    const { owner } = await stripe.firm()
    const { id: clientId } = await owner.does(createClient, { name: "Once" })
    const { id } = await owner.does(createInvoice, { clientId, lines: [{ description: "x", unitPrice: "1" }] })
    const tries = Array.from({ length: 6 }, () => owner.does(sendInvoice, { id }))
    expect((await outcomes(tries)).sort()).toEqual([...Array(5).fill("conflict"), "done"])
  })
})
