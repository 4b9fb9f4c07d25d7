import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import Stripe from "stripe"
import { POST } from "@/app/api/v1/webhooks/stripe/route"
import { checkEnvironment } from "@/lib/platform/env"
import { cardForm, startStripe, submit, webhookSecret } from "@/stand-ins/stripe/fixture"
import { aFirm } from "./given"

type Taken = { type: string; object: { id: string; metadata?: Record<string, string> }; status: number }

/** The stand-in for Stripe as a process, its webhooks answered by our route; to be opened before anything asks Stripe. */
export async function openStripe() {
  const taken: Taken[] = []
  const looks = new Set<() => void>()
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const answer = await POST(webhookRequest(body, String(request.headers["stripe-signature"])))
    const event = JSON.parse(body.toString()) as Stripe.Event
    taken.push({ type: event.type, object: event.data.object as Taken["object"], status: answer.status })
    response.writeHead(answer.status).end(await answer.text())
    for (const look of looks) look()
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const standIn = await startStripe({ WEBHOOK_URL: url })
  Object.assign(process.env, {
    STRIPE_SECRET_KEY: "sk_test_finance",
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: standIn.address,
  })
  checkEnvironment()

  return {
    ...standIn,
    taken,
    /** Settles once a webhook of that type about the object has been answered with 200. */
    webhook: (type: string, about: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (
            !taken.some((one) => one.status === 200 && one.type === type && JSON.stringify(one.object).includes(about))
          )
            return
          looks.delete(look)
          resolve()
        }
        looks.add(look)
        look()
      }),
    /** A firm whose connected account may take payments. */
    async firm() {
      const account = await standIn.client.accounts.create({ type: "standard", metadata: { standin: "onboarded" } })
      return { ...(await aFirm({ stripeAccountId: account.id })), account: account.id }
    },
    async pay(page: string) {
      const answer = await submit(page, cardForm())
      if (answer.status !== 303) throw new Error(`the payment page answered ${answer.status}`)
    },
    async close() {
      await standIn.kill()
      server.closeAllConnections()
      server.close()
    },
  }
}

export type OpenStripe = Awaited<ReturnType<typeof openStripe>>

const webhookRequest = (body: Buffer | string, signature: string | null) =>
  new Request("http://localhost:3000/api/v1/webhooks/stripe", {
    method: "POST",
    body: new Uint8Array(Buffer.from(body)),
    headers: { "content-type": "application/json", ...(signature !== null && { "stripe-signature": signature }) },
  })

/** A webhook that Stripe signed, or one that somebody else wants us to believe in. */
export async function deliver(event: object, signature?: string | null) {
  const payload = JSON.stringify(event)
  const own = Stripe.webhooks.generateTestHeaderString({ payload, secret: webhookSecret })
  return (await POST(webhookRequest(payload, signature === undefined ? own : signature))).status
}
