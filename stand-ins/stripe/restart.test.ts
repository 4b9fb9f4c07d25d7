import { appendFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { aCheckout, cardForm, type StandIn, startReceiver, startStripe, submit } from "./fixture"

let folder: string
let receiver: Awaited<ReturnType<typeof startReceiver>>
let started: StandIn[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "stripe-"))
  receiver = await startReceiver()
  started = []
})
afterEach(async () => {
  await Promise.all(started.map((stripe) => stripe.kill()))
  receiver.close()
  rmSync(folder, { recursive: true })
})

async function start(): Promise<StandIn> {
  const file = join(folder, "state", "stripe.jsonl")
  const stripe = await startStripe({ WEBHOOK_URL: receiver.url, STRIPE_STATE_FILE: file })
  started.push(stripe)
  return stripe
}

describe("a stand-in killed and started again", () => {
  it("still knows everything, and finishes the webhooks", async () => {
    receiver.answerWith(500)
    const first = await start()
    const { session, account, on } = await aCheckout(first)
    const customer = await first.client.customers.create({ name: "Once" }, { ...on, idempotencyKey: "once" })
    await submit(session.url!, cardForm())
    await receiver.until((received) => received.length >= 6)
    await first.kill("SIGKILL")
    receiver.answerWith(200)
    const before = receiver.received.length

    const second = await start()

    await receiver.until((received) => new Set(received.slice(before).map(({ event }) => event.id)).size === 5)
    const paid = await second.client.checkout.sessions.retrieve(session.id, { expand: ["line_items"] }, on)
    expect(paid).toMatchObject({ payment_status: "paid", line_items: { data: [{ amount_total: 12_500 }] } })
    expect(await second.client.accounts.retrieve(account.id)).toMatchObject({ charges_enabled: true })
    const again = await second.client.customers.create({ name: "Once" }, { ...on, idempotencyKey: "once" })
    expect(again.id).toBe(customer.id)
  })

  it("drops a commit that was cut off in the middle, and nothing else", async () => {
    const first = await start()
    const kept = await first.client.customers.create({ name: "Kept" })
    await first.kill()
    appendFileSync(join(folder, "state", "stripe.jsonl"), '[["customer","platform",{"id":"cus_to')

    const second = await start()
    const added = await second.client.customers.create({ name: "Added" })
    await second.kill()
    const third = await start()

    expect((await third.client.customers.list()).data.map((it) => it.id)).toEqual([added.id, kept.id])
  })

  it("loses nothing it has answered, whenever it is killed", async () => {
    const answered: string[] = []
    for (let round = 0; round < 3; round++) {
      const stripe = await start()
      const charge = { amount: 500, currency: "eur", payment_method: "pm_card_visa", confirm: true }
      const pay = async () => {
        for (;;) answered.push((await stripe.client.paymentIntents.create(charge)).id)
      }
      const payers = [pay(), pay(), pay(), pay()].map((payer) => payer.catch(() => undefined))
      await receiver.until((received) => received.length >= 20 * (round + 1))
      await stripe.kill("SIGKILL")
      await Promise.all(payers)
    }

    const last = await start()
    const intents = await last.client.paymentIntents.list({ limit: 100 }).autoPagingToArray({ limit: 10_000 })
    const paid = new Set(intents.filter((intent) => intent.status === "succeeded").map((intent) => intent.id))
    expect(answered.length).toBeGreaterThan(0)
    expect(answered.filter((id) => !paid.has(id))).toEqual([])
    const { charges } = await last.state()
    expect(charges).toHaveLength(paid.size)
  })
})
