import Stripe from "stripe"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { aCheckout, cardForm, type StandIn, startReceiver, startStripe, submit, webhookSecret } from "./fixture"

let receiver: Awaited<ReturnType<typeof startReceiver>>
let stripe: StandIn

beforeEach(async () => {
  receiver = await startReceiver()
  stripe = await startStripe({ WEBHOOK_URL: receiver.url })
})
afterEach(async () => {
  await stripe.kill()
  receiver.close()
})

const paymentEvents = [
  "payment_intent.created",
  "charge.succeeded",
  "payment_intent.succeeded",
  "checkout.session.completed",
]

const aPayment = async () => {
  const checkout = await aCheckout(stripe)
  expect((await submit(checkout.session.url!, cardForm())).status).toBe(303)
  return checkout
}

describe("webhooks", () => {
  it("are sent again until they are taken, and no longer", async () => {
    receiver.answerWith(500)
    await aPayment()
    await receiver.until((received) => received.length >= 8)
    receiver.answerWith(204)

    await receiver.until((received) => new Set(received.slice(8).map(({ event }) => event.id)).size === 4)

    const { deliveries } = await stripe.state()
    expect(deliveries).toHaveLength(4)
    for (const delivery of deliveries) expect(delivery.attempts).toBeGreaterThan(1)
  })

  it("come in copies when duplicates are asked for", async () => {
    await stripe.faults({ duplicate: 2 })
    await aPayment()

    await receiver.until((received) => received.length === 12)

    const counts = Map.groupBy(receiver.received, ({ event }) => event.id)
    expect([...counts.values()].map((copies) => copies.length)).toEqual([3, 3, 3, 3])
  })

  it("come in reverse when disorder is asked for", async () => {
    await stripe.faults({ disorder: true })
    await aPayment()

    await receiver.until((received) => received.length === 4)

    expect(receiver.types()).toEqual(paymentEvents.toReversed())
  })

  it("wait while they are held, though one can be sent by hand", async () => {
    await stripe.faults({ holdWebhooks: true })
    await aPayment()
    const { events, deliveries } = await stripe.state()
    expect(deliveries.map((delivery) => delivery.status)).toEqual(["pending", "pending", "pending", "pending"])
    expect(receiver.received).toEqual([])

    expect(await stripe.redeliver(events.at(-1)!.id, 3)).toEqual(["200", "200", "200"])
    expect(receiver.types()).toEqual(Array(3).fill("checkout.session.completed"))

    await stripe.faults({ holdWebhooks: false })
    await receiver.until((received) => received.length === 7)
    expect(receiver.types().slice(3)).toEqual(paymentEvents)
  })

  it("come late when a delay is asked for", async () => {
    await stripe.faults({ delayMs: 200 })
    const before = Date.now()
    await aPayment()

    await receiver.until((received) => received.length === 4)

    expect(Date.now() - before).toBeGreaterThanOrEqual(200)
  })

  it.each([
    ["tampered", "No signatures found matching"],
    ["stale", "Timestamp outside the tolerance zone"],
  ] as const)("can be %s", async (signature, sentence) => {
    await stripe.faults({ signature })
    await aPayment()
    await receiver.until((received) => received.length > 0)

    const { payload, signature: header } = receiver.received[0]!
    expect(() => Stripe.webhooks.constructEvent(payload, header, webhookSecret)).toThrow(sentence)
  })
})

describe("faults of the API", () => {
  it("refuse requests before they do anything, as often as asked", async () => {
    await stripe.faults({ failNextRequests: { count: 2, status: 503 } })
    const create = () => stripe.client.customers.create({ name: "Late" })

    await expect(create()).rejects.toMatchObject({ statusCode: 503 })
    await expect(create()).rejects.toMatchObject({ statusCode: 503 })
    await create()
    expect((await stripe.client.customers.list()).data).toHaveLength(1)
  })

  it("are told apart by the SDK when they are about the rate", async () => {
    await stripe.faults({ failNextRequests: { count: 1, status: 429 } })
    await expect(stripe.client.customers.list()).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError)
  })

  it("do the work without an answer: the same key finds it done", async () => {
    await stripe.faults({ dropNextResponses: 1 })
    const create = (timeout: number) =>
      stripe.client.customers.create({ name: "Once" }, { idempotencyKey: "once", timeout, maxNetworkRetries: 0 })

    await expect(create(300)).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
    await create(20_000)
    expect((await stripe.client.customers.list()).data).toHaveLength(1)
  })

  it("lose a connection, which the SDK's own retry heals", async () => {
    await stripe.faults({ resetNextResponses: 1 })

    const customer = await stripe.client.customers.create({ name: "Once" }, { maxNetworkRetries: 2 })

    expect((await stripe.client.customers.list()).data).toMatchObject([{ id: customer.id }])
  })

  it("end with a reset, and unknown ones are refused", async () => {
    const post = (path: string, body: object) =>
      fetch(stripe.address + path, { method: "POST", body: JSON.stringify(body) })
    await stripe.faults({ failNextRequests: { count: 9, status: 500 }, holdWebhooks: true })

    expect(await (await post("/_faults/reset", {})).json()).toMatchObject({
      holdWebhooks: false,
      failNextRequests: { count: 0 },
    })
    expect((await stripe.client.customers.list()).data).toEqual([])
    expect((await post("/_faults", { slow: true })).status).toBe(400)
    expect((await post("/_webhooks/redeliver", { eventId: "evt_none" })).status).toBe(404)
  })
})
