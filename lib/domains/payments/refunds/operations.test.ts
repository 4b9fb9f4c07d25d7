import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { anInvoice, balances } from "@/test/finance"
import { owner as database, eventsOf, queuedFor } from "@/test/given"
import { type OpenStripe, openStripe } from "@/test/paying"
import { scopeOf } from "@/test/reacting"
import { createPaymentLink } from "../links/operations"
import { listPayments, readPayment } from "../operations"
import { resumeRefunds, takeOverRefunds } from "../schedules"
import { refundPayment } from "./operations"

let stripe: OpenStripe

beforeAll(async () => {
  stripe = await openStripe()
})
afterEach(() => fetch(`${stripe.address}/_faults/reset`, { method: "POST" }))
afterAll(() => stripe.close())

async function aCardPayment(total = "500.00") {
  const given = await stripe.firm()
  const invoice = await anInvoice(given.owner, total)
  const { url } = await given.owner.does(createPaymentLink, { id: invoice.id })
  await stripe.pay(url)
  await stripe.webhook("checkout.session.completed", invoice.id)
  const [payment] = (await given.owner.does(listPayments, {})).items
  return { ...given, invoice, payment: payment!, on: { stripeAccount: given.account } }
}

describe("refunding a card payment", () => {
  it("pays out at Stripe, makes the invoice owed again, and is done once though Stripe tells it too", async () => {
    const { firm, owner, invoice, payment, on } = await aCardPayment()
    const refunded = await owner.does(refundPayment, { id: payment.id, amount: "200.00", reason: "Too many hours" })
    expect(refunded).toMatchObject({ status: "part_refunded", refundedAmount: "200.00", refundable: "300.00" })
    await Promise.all([
      stripe.webhook("refund.created", payment.providerRef!),
      stripe.webhook("charge.refunded", payment.providerRef!),
    ])

    expect(await owner.does(readPayment, { id: payment.id })).toMatchObject({
      refundedAmount: "200.00",
      refunds: [{ amount: "200.00", status: "succeeded", reason: "Too many hours" }],
    })
    expect(await owner.does(readInvoice, { id: invoice.id })).toMatchObject({
      status: "part_paid",
      amountDue: "200.00",
    })
    expect(await balances(owner)).toEqual({ "1010": "300.00", "1100": "200.00", "4000": "500.00" })
    const listed = await stripe.client.refunds.list({ payment_intent: payment.providerRef! }, on)
    expect(listed.data).toMatchObject([{ amount: 20_000 }])
    expect((await eventsOf(firm)).filter(({ name }) => name === "payment.refunded")).toHaveLength(1)
  })

  it("takes over a refund that was made in Stripe's dashboard, however it hears of it", async () => {
    const { firm, owner, system, invoice, payment, on } = await aCardPayment()
    await stripe.client.refunds.create({ payment_intent: payment.providerRef!, amount: 10_000 }, on)
    await Promise.all([
      stripe.webhook("refund.created", payment.providerRef!),
      stripe.webhook("charge.refunded", payment.providerRef!),
    ])
    const queued = (await queuedFor(firm)).filter(({ task }) => task === "payments_sync_refunds")
    expect(queued).toMatchObject([{ payload: { paymentId: payment.id } }])
    await takeOverRefunds.run({ paymentId: payment.id }, await scopeOf(system))

    expect(await owner.does(readPayment, { id: payment.id })).toMatchObject({
      refundedAmount: "100.00",
      refunds: [{ status: "succeeded" }],
    })
    expect(await owner.does(readInvoice, { id: invoice.id })).toMatchObject({
      status: "part_paid",
      amountDue: "100.00",
    })
  })

  it("that was cut off is finished by the queue, and paid out once", async () => {
    const { owner, system, payment, on } = await aCardPayment()
    await stripe.faults({ holdWebhooks: true, resetNextResponses: 2 })
    await expect(owner.does(refundPayment, { id: payment.id })).rejects.toMatchObject({ code: "unavailable" })
    expect(await owner.does(readPayment, { id: payment.id })).toMatchObject({
      refundedAmount: "0.00",
      refundable: "0.00",
      refunds: [{ status: "pending" }],
    })
    await expect(owner.does(refundPayment, { id: payment.id })).rejects.toMatchObject({ code: "conflict" })

    const [refund] = await database`select id from refunds where payment_id = ${payment.id}`
    const scope = await scopeOf(system)
    for (let i = 0; i < 2; i++) await resumeRefunds.run({ refundId: refund!.id }, scope)
    expect(await owner.does(readPayment, { id: payment.id })).toMatchObject({ status: "refunded" })
    const listed = await stripe.client.refunds.list({ payment_intent: payment.providerRef! }, on)
    expect(listed.data).toHaveLength(1)
    expect(await balances(owner)).toEqual({ "1010": "0.00", "1100": "500.00", "4000": "500.00" })
  })

  it("that Stripe refuses is said, then given up, and changes nothing", async () => {
    const { owner, system, payment, on } = await aCardPayment()
    await stripe.faults({ holdWebhooks: true })
    await stripe.client.refunds.create({ payment_intent: payment.providerRef! }, on)
    await expect(owner.does(refundPayment, { id: payment.id, amount: "5.00" })).rejects.toMatchObject({
      sentence: { key: "payments.refusals.stripeRefused" },
    })
    const [refund] = await database`select id from refunds where payment_id = ${payment.id}`
    await resumeRefunds.run({ refundId: refund!.id }, await scopeOf(system))
    expect(await owner.does(readPayment, { id: payment.id })).toMatchObject({
      refundedAmount: "0.00",
      refunds: [{ status: "failed" }],
    })
    expect(await balances(owner)).toMatchObject({ "1010": "500.00" })
  })
})
