import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { createInterface } from "node:readline"
import Stripe from "stripe"
import type { Faults } from "./faults"

export const webhookSecret = "whsec_of_the_tests"

export interface StandIn {
  address: string
  process: ChildProcess
  client: Stripe
  faults: (change: Partial<Faults>) => Promise<void>
  state: () => Promise<StandInState>
  redeliver: (eventId: string, copies?: number) => Promise<string[]>
  kill: (signal?: NodeJS.Signals) => Promise<void>
}

export interface StandInState {
  charges: Stripe.Charge[]
  deliveries: { eventId: string; status: string; attempts: number; lastAnswer: string | null }[]
  events: Stripe.Event[]
}

/** The stand-in as a process of its own, on a free port, for tests. */
export async function startStripe(env: Record<string, string>): Promise<StandIn> {
  const server = new URL("./server.ts", import.meta.url).pathname
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", server], {
    env: { ...process.env, PORT: "0", STRIPE_WEBHOOK_SECRET: webhookSecret, WEBHOOK_BACKOFF_MS: "20", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const address = await readyAddress(child)
  const { hostname, port } = new URL(address)
  const post = async (path: string, body: unknown) => {
    const response = await fetch(address + path, { method: "POST", body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    address,
    process: child,
    client: new Stripe("sk_test_tests", { host: hostname, port, protocol: "http", maxNetworkRetries: 0 }),
    faults: async (change) => void (await post("/_faults", change)),
    state: async () => (await fetch(`${address}/_state`)).json(),
    redeliver: async (eventId, copies = 1) => (await post("/_webhooks/redeliver", { eventId, copies })).answers,
    kill: async (signal = "SIGKILL") => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, "exit")
    },
  }
}

async function readyAddress(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    if (line.startsWith("ready ")) return line.slice("ready ".length)
  }
  throw new Error("the stand-in ended before it was ready")
}

export interface Received {
  event: Stripe.Event
  payload: string
  signature: string
}

/** An endpoint for webhooks that remembers what came and answers as told. */
export async function startReceiver() {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  let status = 200
  const server = createServer((request, response) => {
    let payload = ""
    request.on("data", (chunk: Buffer) => {
      payload += chunk
    })
    request.on("end", () => {
      received.push({ event: JSON.parse(payload), payload, signature: String(request.headers["stripe-signature"]) })
      response.writeHead(status).end()
      for (const look of waiting) look()
    })
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    types: () => received.map(({ event }) => event.type),
    answerWith: (code: number) => {
      status = code
    },
    /** Settles once what has come satisfies the condition. */
    until: (enough: (received: Received[]) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!enough(received)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The fields of the card form as a person would fill them in. */
export const cardForm = (changed: Record<string, string> = {}) => ({
  email: "pat@northwind.test",
  cardNumber: "4242 4242 4242 4242",
  cardExpiry: "12 / 40",
  cardCvc: "123",
  billingName: "Pat Doe",
  ...changed,
})

/** Posts the only form of a page, with its hidden inputs, and does not follow the redirect. */
export async function submit(pageUrl: string, fields: Record<string, string>): Promise<Response> {
  const source = await (await fetch(pageUrl)).text()
  const [form, another] = [...source.matchAll(/<form method="post" action="([^"]+)"/g)]
  if (!form || another) throw new Error(`one form was expected on ${pageUrl}`)
  return fetch(form[1]!, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" })
}

/** A connected account that may take payments, and a session to pay 125.00 EUR to it. */
export async function aCheckout({ client }: StandIn, params: Partial<Stripe.Checkout.SessionCreateParams> = {}) {
  const account = await client.accounts.create({
    type: "standard",
    business_profile: { name: "Acme Advisory" },
    metadata: { standin: "onboarded" },
  })
  const session = await client.checkout.sessions.create(
    {
      mode: "payment",
      success_url: "http://shop.test/paid?session={CHECKOUT_SESSION_ID}",
      cancel_url: "http://shop.test/invoice",
      line_items: [
        {
          quantity: 1,
          price_data: { currency: "eur", unit_amount: 12_500, product_data: { name: "Invoice 2026-0001" } },
        },
      ],
      ...params,
    },
    { stripeAccount: account.id },
  )
  return { account, session, on: { stripeAccount: account.id } }
}
