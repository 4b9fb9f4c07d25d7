import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { aCheckout, cardForm, type StandIn, startReceiver, startStripe, submit, webhookSecret } from "./fixture"

let receiver: Awaited<ReturnType<typeof startReceiver>>
let stripe: StandIn

beforeAll(async () => {
  receiver = await startReceiver()
  stripe = await startStripe({ WEBHOOK_URL: receiver.url })
})
afterAll(async () => {
  await stripe.kill()
  receiver.close()
})

const about = (id: string) =>
  receiver.received.map(({ event }) => event).filter((event) => JSON.stringify(event.data.object).includes(id))

describe("paying on the hosted page", () => {
  it("sends the payer back, settles the session, and tells the platform with signed webhooks of the account", async () => {
    const { session, account, on } = await aCheckout(stripe, {
      metadata: { invoice: "i-1" },
      payment_intent_data: { metadata: { invoice: "i-1" }, description: "Invoice 2026-0001" },
    })

    const answer = await submit(session.url!, cardForm())

    expect(answer.status).toBe(303)
    expect(answer.headers.get("location")).toBe(`http://shop.test/paid?session=${session.id}`)
    const paid = await stripe.client.checkout.sessions.retrieve(
      session.id,
      { expand: ["payment_intent.latest_charge.balance_transaction", "line_items"] },
      on,
    )
    expect(paid).toMatchObject({
      status: "complete",
      payment_status: "paid",
      amount_total: 12_500,
      url: null,
      metadata: { invoice: "i-1" },
      customer_details: { email: "pat@northwind.test", name: "Pat Doe" },
      line_items: { data: [{ description: "Invoice 2026-0001", amount_total: 12_500 }] },
      payment_intent: {
        status: "succeeded",
        amount_received: 12_500,
        metadata: { invoice: "i-1" },
        latest_charge: {
          paid: true,
          payment_method_details: { card: { last4: "4242" } },
          balance_transaction: { amount: 12_500, fee: 393, net: 12_107 },
        },
      },
    })

    await receiver.until((received) => received.some((it) => it.event.type === "checkout.session.completed"))
    const sent = receiver.received.filter((it) => it.event.account === account.id)
    expect(sent.map((it) => it.event.type)).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.succeeded",
      "checkout.session.completed",
    ])
    for (const { payload, signature } of sent) {
      expect(stripe.client.webhooks.constructEvent(payload, signature, webhookSecret).account).toBe(account.id)
    }
  })

  it("pays once when the form is sent twice, and sends the payer on both times", async () => {
    const { session, on } = await aCheckout(stripe)

    const answers = await Promise.all([submit(session.url!, cardForm()), submit(session.url!, cardForm())])

    expect(answers.map((answer) => answer.status)).toEqual([303, 303])
    expect((await stripe.client.charges.list({}, on)).data).toHaveLength(1)
  })

  it("says what is wrong with the fields and keeps what was typed, but nothing of the card", async () => {
    const { session } = await aCheckout(stripe)
    const typed = { cardNumber: "4242 4242 4242 4241", cardExpiry: "01 / 20", cardCvc: "9", billingName: `"><b>Pat` }

    const answer = await submit(session.url!, cardForm(typed))

    expect(answer.status).toBe(422)
    const source = await answer.text()
    expect(source).toContain("Your card number is invalid.")
    expect(source).toContain("expiration date is in the past.")
    expect(source).toContain("security code is incomplete.")
    expect(source).toContain('value="pat@northwind.test"')
    expect(source).toContain('value="&#34;&#62;&#60;b&#62;Pat"')
    expect(source).not.toContain("4241")
  })

  it.each([
    ["4000 0000 0000 0002", "Your card was declined.", "generic_decline"],
    ["4000000000009995", "Your card has insufficient funds.", "insufficient_funds"],
    ["4000 0025 0000 3155", "It asks for 3-D Secure", "authentication_required"],
    ["4000000000001000", "Only test cards work here", "test_mode_live_card"],
  ])("tells that %s is refused, and lets another card pay", async (cardNumber, sentence, decline_code) => {
    const { session, on } = await aCheckout(stripe)

    const refused = await submit(session.url!, cardForm({ cardNumber }))

    expect(refused.status).toBe(402)
    const source = await refused.text()
    expect(source).toContain(sentence)
    expect(source).toContain('value="Pat Doe"')
    const open = await stripe.client.checkout.sessions.retrieve(session.id, { expand: ["payment_intent"] }, on)
    expect(open).toMatchObject({ status: "open", payment_intent: { last_payment_error: { decline_code } } })

    expect((await submit(session.url!, cardForm())).status).toBe(303)
    expect((await stripe.client.charges.list({}, on)).data.map((charge) => charge.status)).toEqual([
      "succeeded",
      "failed",
    ])
  })

  it("makes the customer it was asked to make, once", async () => {
    const { session, on } = await aCheckout(stripe, { customer_creation: "always" })
    await submit(session.url!, cardForm({ cardNumber: "4000000000000002" }))
    await submit(session.url!, cardForm())

    const { data } = await stripe.client.customers.list({ email: "pat@northwind.test" }, on)

    expect(data).toHaveLength(1)
    expect((await stripe.client.checkout.sessions.retrieve(session.id, {}, on)).customer).toBe(data[0]!.id)
  })

  it("is one form of inputs, without a script or a cookie, with a way back", async () => {
    const { session } = await aCheckout(stripe)
    const answer = await fetch(session.url!)
    const source = await answer.text()

    expect(answer.headers.get("set-cookie")).toBeNull()
    expect(source.match(/<form/g)).toHaveLength(1)
    expect(source.match(/<input[^>]+name="(\w+)"/g)!.map((it) => /name="(\w+)"/.exec(it)![1])).toEqual([
      "email",
      "cardNumber",
      "cardExpiry",
      "cardCvc",
      "billingName",
    ])
    expect(source).not.toMatch(/<script|<select|<textarea/)
    expect(source).toContain('href="http://shop.test/invoice"')
    expect(source).toContain("€125.00")
    expect(source).toContain("Acme Advisory")
  })
})

describe("keeping a card", () => {
  it("saves it with the customer, and the saved card pays later", async () => {
    const { on } = await aCheckout(stripe)
    const customer = await stripe.client.customers.create({ email: "gil@globex.test" }, on)
    const setup = {
      mode: "setup",
      customer: customer.id,
      success_url: "http://shop.test/saved",
      currency: "eur",
    } as const
    const session = await stripe.client.checkout.sessions.create(setup, on)

    expect((await submit(session.url!, cardForm())).status).toBe(303)

    const { data } = await stripe.client.customers.listPaymentMethods(customer.id, {}, on)
    expect(data).toMatchObject([{ card: { last4: "4242" }, customer: customer.id }])
    const done = await stripe.client.checkout.sessions.retrieve(session.id, { expand: ["setup_intent"] }, on)
    expect(done).toMatchObject({
      status: "complete",
      setup_intent: { status: "succeeded", payment_method: data[0]!.id },
    })
    const intent = await stripe.client.paymentIntents.create(
      {
        amount: 900,
        currency: "eur",
        customer: customer.id,
        payment_method: data[0]!.id,
        confirm: true,
        off_session: true,
      },
      on,
    )
    expect(intent.status).toBe("succeeded")
  })
})

describe("ending a session", () => {
  it("closes the page, tells the platform, and can't be done twice", async () => {
    const { session, on } = await aCheckout(stripe)

    await stripe.client.checkout.sessions.expire(session.id, {}, on)

    expect((await fetch(session.url!)).status).toBe(410)
    expect((await fetch(session.url!, { method: "POST", body: new URLSearchParams(cardForm()) })).status).toBe(410)
    await receiver.until(() => about(session.id).some((event) => event.type === "checkout.session.expired"))
    await expect(stripe.client.checkout.sessions.expire(session.id, {}, on)).rejects.toThrow("status of expired")
  })
})
