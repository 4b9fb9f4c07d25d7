import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { createPaymentLink } from "@/lib/domains/payments/links/operations"
import { listPayments } from "@/lib/domains/payments/operations"
import { checkEnvironment } from "@/lib/platform/env"
import { call } from "../calls"
import { anInvoice } from "../finance"
import { aFirm, owner as database } from "../given"
import { type OpenStripe, openStripe } from "../paying"
import { limit, report, size } from "./sizes"

type Firm = Awaited<ReturnType<typeof aFirm>>
type Call = { key: 0 | 1 | 2; body: 0 | 1 }
type Said = Call & { status: number; text: string }

/** Rounds of calls that are under way at the same time; three keys, two bodies for each. */
const schedules = fc.array(
  fc.array(
    fc.record({
      key: fc.constantFrom(0 as const, 1 as const, 2 as const),
      body: fc.constantFrom(0 as const, 1 as const),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 4 },
)

let run = 0
let calls = 0

/** Does what a schedule says and answers what is wrong with it, in a word; nothing when all is well. */
async function wrongWith({ owner, firm }: Firm, rounds: Call[][], door: (key: string) => Record<string, string>) {
  const name = `run-${process.pid}-${run++}`
  const said: Said[] = []
  for (const round of rounds) {
    said.push(
      ...(await Promise.all(
        round.map(async ({ key, body }) => {
          calls++
          const headers = door(`${name}-${key}`)
          const answer = await call(owner, "POST /clients/clients", { name: `${name}-${key}-${body}` }, { headers })
          return { key, body, status: answer.status, text: JSON.stringify(answer.body) }
        }),
      )),
    )
  }
  const made = await database<
    { name: string }[]
  >`select name from clients where firm_id = ${firm.id} and name like ${`${name}-%`}`
  const keys = new Set(said.map(({ key }) => key))
  if (made.length !== keys.size) return `${keys.size} keys made ${made.length} clients`
  for (const key of keys) {
    const of = said.filter((one) => one.key === key)
    const done = of.filter(({ status }) => status === 201)
    const winner = made.find((one) => one.name.startsWith(`${name}-${key}-`))?.name
    if (new Set(done.map(({ text }) => text)).size !== 1) return "one key was answered in different ways"
    if (done.some(({ body }) => winner !== `${name}-${key}-${body}`)) return "an answer for another body"
    if (of.some(({ status, body }) => status !== (winner === `${name}-${key}-${body}` ? 201 : 409)))
      return "another body was not refused"
  }
}

describe("M2 an Idempotency-Key", () => {
  beforeAll(() => {
    process.env.RATE_LIMIT_FACTOR = "1000000"
    checkEnvironment()
  })

  it("M2 has one effect and one answer, byte for byte, whatever comes at once and with what body", {
    timeout: limit(),
  }, async () => {
    const firm = await aFirm()
    const from = performance.now()
    const numRuns = size(100, 10_000)
    await fc.assert(
      fc.asyncProperty(schedules, async (rounds) => {
        expect(await wrongWith(firm, rounds, (key) => ({ "idempotency-key": key }))).toBeUndefined()
      }),
      { numRuns },
    )
    report("M2", { schedules: numRuns, calls, seconds: Math.round((performance.now() - from) / 1000) })
  })

  it("M2 control: the same schedules without the key are found out", async () => {
    const firm = await aFirm()
    const property = fc.asyncProperty(schedules, async (rounds) => !(await wrongWith(firm, rounds, () => ({}))))
    expect(await fc.check(property, { numRuns: 30 })).toMatchObject({ failed: true })
  })

  it("M2 is forgotten after a day, not before", async () => {
    const { owner } = await aFirm()
    const once = () =>
      call(owner, "POST /clients/clients", { name: "Harbour & Co" }, { headers: { "idempotency-key": "k" } })
    const first = await once()
    const aged = (hours: number) =>
      database`update idempotency_keys set created_at = now() - make_interval(hours => ${hours}) where key = 'k' and actor = ${owner.id}`
    await aged(23)
    await database`select app.sweep_idempotency()`
    expect((await once()).body).toEqual(first.body)
    await aged(25)
    await database`select app.sweep_idempotency()`
    expect((await once()).body).not.toEqual(first.body)
  })
})

describe("M2 an Idempotency-Key where Stripe is asked in between", () => {
  let stripe: OpenStripe
  beforeAll(async () => {
    stripe = await openStripe()
  })
  afterAll(() => stripe.close())

  async function paid() {
    const given = await stripe.firm()
    const { id } = await anInvoice(given.owner)
    const { url } = await given.owner.does(createPaymentLink, { id })
    await stripe.pay(url)
    await stripe.webhook("checkout.session.completed", id)
    const [payment] = (await given.owner.does(listPayments, {})).items
    const refund = (body: object = { amount: "100.00" }) =>
      call(given.owner, `POST /finance/payments/${payment!.id}/refund`, body, { headers: { "idempotency-key": "r" } })
    const refunds = () => database<{ status: string }[]>`select status from refunds where payment_id = ${payment!.id}`
    return { ...given, refund, refunds }
  }

  it("M2 goes on with the same refund when Stripe failed, and gives its answer again", async () => {
    const { refund, refunds } = await paid()
    await stripe.faults({ failNextRequests: { count: 2, status: 500 } })
    expect((await refund()).status).toBe(503)
    const answer = await refund()
    expect(answer).toMatchObject({ status: 200, body: { data: { refundedAmount: "100.00" } } })
    expect((await refund()).body).toEqual(answer.body)
    expect((await refund({ amount: "50.00" })).status).toBe(409)
    expect(await refunds()).toEqual([{ status: "succeeded" }])
  })

  it("M2 of a process that died after Stripe had paid is taken over by the next, not paid twice", async () => {
    const { refund, refunds, firm } = await paid()
    // The process dies between Stripe's answer and its own: what it would have written is refused to it.
    const name = `dead_${firm.subdomain.replaceAll("-", "_")}`
    await database.unsafe(`create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'gone' using errcode = '57P01'; end $$;
      create trigger ${name} before update on refunds for each row when (new.firm_id = '${firm.id}') execute function ${name}()`)
    expect((await refund()).status).toBe(503)
    await database`update idempotency_keys set held_until = now() + interval '30 seconds' where firm_id = ${firm.id}`
    await database.unsafe(`drop trigger ${name} on refunds; drop function ${name}()`)

    expect((await refund()).status).toBe(409)
    await database`update idempotency_keys set held_until = now() where firm_id = ${firm.id}`
    const answers = await Promise.all([refund(), refund(), refund()])
    expect(answers.map(({ status }) => status)).toContain(200)
    expect(await refund()).toMatchObject({ status: 200, body: { data: { refundedAmount: "100.00" } } })
    expect(await refunds()).toEqual([{ status: "succeeded" }])
  })
})
