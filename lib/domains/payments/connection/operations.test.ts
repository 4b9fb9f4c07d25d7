import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { submit } from "@/stand-ins/stripe/fixture"
import { outcomes } from "@/test/finance"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { type OpenStripe, openStripe } from "@/test/paying"
import { scopeOf } from "@/test/reacting"
import { takeOverAccount } from "../schedules"
import { connectPayments, readConnection, refreshConnection } from "./operations"

let stripe: OpenStripe

beforeAll(async () => {
  stripe = await openStripe()
})
afterAll(() => stripe.close())

describe("connecting a Stripe account", () => {
  it("leads to Stripe's pages and back, and is ready once Stripe says so", async () => {
    const { firm, owner, system } = await aFirm({ name: "Harbour Advisory" })
    expect(await owner.does(readConnection, {})).toEqual({ state: "not_connected", accountId: null })

    const { url } = await owner.does(connectPayments, {})
    const { state, accountId } = await owner.does(readConnection, {})
    expect(state).toBe("not_ready")
    const answer = await submit(url, { businessName: "Harbour Advisory" })
    expect(answer.headers.get("location")).toBe(`http://${firm.subdomain}.localhost:3000/settings/payments?returned=1`)
    await stripe.webhook("account.updated", accountId!)
    await takeOverAccount.run({}, await scopeOf(system))
    expect(await owner.does(readConnection, {})).toEqual({ state: "ready", accountId })
    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual([
      "firm.payments_connecting",
      "firm.payments_connected",
      "firm.payments_ready",
    ])
  })

  it("makes one account however often it is begun, and finds out by asking, too", async () => {
    const { firm, owner } = await aFirm()
    const links = await Promise.all(Array.from({ length: 3 }, () => owner.does(connectPayments, {})))
    const accounts = (await stripe.client.accounts.list({ limit: 100 })).data
    expect(accounts.filter(({ metadata }) => metadata?.firmId === firm.id)).toHaveLength(1)
    expect(await owner.does(refreshConnection, {})).toMatchObject({ state: "not_ready" })
    await submit(links[0]!.url, { businessName: "Firm" })
    expect(await owner.does(refreshConnection, {})).toMatchObject({ state: "ready" })
    await stripe.faults({ failNextRequests: { count: 2, status: 500 } })
    await expect(owner.does(refreshConnection, {})).rejects.toMatchObject({ code: "unavailable" })
  })

  it("takes an account's loss of charges over, too", async () => {
    const { firm, owner, system } = await aFirm()
    await owner.does(connectPayments, {})
    await database`update firms set stripe_ready = true where id = ${firm.id}`
    await takeOverAccount.run({}, await scopeOf(system))
    expect(await owner.does(readConnection, {})).toMatchObject({ state: "not_ready" })
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "firm.payments_paused", fields: ["stripeReady"] })
  })

  it("is for those who run the firm", async () => {
    const { member } = await aFirm()
    const [manager, viewer] = [await member("manager"), await member("readonly")]
    const tries = [
      manager.does(connectPayments, {}),
      viewer.does(refreshConnection, {}),
      viewer.does(readConnection, {}),
    ]
    expect(await outcomes(tries)).toEqual(["forbidden", "forbidden", "done"])
  })
})
