import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { answerAdmin } from "./admin"
import { answerApi } from "./api"
import { expireOverdue } from "./checkout"
import { noFaults } from "./faults"
import { onboardingPage } from "./onboarding-page"
import { notice, type PageAnswer, type PageRequest } from "./page"
import { paymentPage } from "./payment-page"
import { receiptPage } from "./receipt-page"
import { State } from "./state"
import { Courier } from "./webhooks"
import type { World } from "./world"

const longestBody = 1024 * 1024
const sweepEveryMs = 5_000

const { PORT = "0", STRIPE_WEBHOOK_SECRET, WEBHOOK_URL, STRIPE_STATE_FILE, WEBHOOK_BACKOFF_MS = "500" } = process.env
if (!STRIPE_WEBHOOK_SECRET) {
  console.error("STRIPE_WEBHOOK_SECRET is missing: it signs the webhooks, and must be the one the application has.")
  process.exit(1)
}

const world: World = {
  state: new State(STRIPE_STATE_FILE),
  faults: noFaults(),
  address: "",
  webhooks: { url: WEBHOOK_URL, secret: STRIPE_WEBHOOK_SECRET, backoffMs: Number(WEBHOOK_BACKOFF_MS) },
}
const courier = new Courier(world)

const pages: Record<string, (request: PageRequest) => PageAnswer> = {
  "/c/pay/": paymentPage,
  "/setup/s/": onboardingPage,
  "/receipts/": receiptPage,
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error)
    world.state.discard()
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" })
    response.end("The stand-in failed")
  })
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? "/", world.address)
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET")
  const body = await bodyOf(request)
  if (body === undefined) {
    response.writeHead(413, { connection: "close" }).end()
    return
  }
  const page = Object.entries(pages).find(([prefix]) => pathname.startsWith(prefix))?.[1]
  if (pathname.startsWith("/v1/")) answerSdk(request, response, { method, pathname, query: search.slice(1), body })
  else if (page) send(response, page({ world, method, pathname, form: new URLSearchParams(body) }))
  else {
    const admin = await answerAdmin(world, courier, `${method} ${pathname}`, body)
    const json = admin && {
      ...admin,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(admin.body),
    }
    send(response, json ?? notice(404, "Page not found", "The Stripe stand-in has no such page."))
  }
  courier.wake()
}

function answerSdk(
  request: IncomingMessage,
  response: ServerResponse,
  asked: { method: string; pathname: string; query: string; body: string },
): void {
  const header = (name: string) => request.headers[name]?.toString()
  const answer = answerApi(world, {
    ...asked,
    authorization: header("authorization"),
    account: header("stripe-account"),
    idempotencyKey: header("idempotency-key"),
  })
  const { faults } = world
  if (faults.dropNextResponses > 0) {
    faults.dropNextResponses--
  } else if (faults.resetNextResponses > 0) {
    faults.resetNextResponses--
    request.socket.destroy()
  } else {
    send(response, answer)
  }
}

function send(response: ServerResponse, { status, headers, body }: PageAnswer): void {
  response.writeHead(status, headers).end(body)
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > longestBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString("utf8")
}

function sweep(): void {
  expireOverdue(world)
  world.state.commit()
  courier.wake()
}

server.on("error", (error: NodeJS.ErrnoException) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${PORT} is taken: set PORT to another.` : error.message)
  process.exit(1)
})
server.listen(Number(PORT), "127.0.0.1", () => {
  const bound = server.address()
  if (!bound || typeof bound === "string") throw new Error("not listening on a port")
  world.address = `http://127.0.0.1:${bound.port}`
  console.log(`ready ${world.address}`)
  courier.wake()
  setInterval(sweep, sweepEveryMs)
})

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    courier.stop()
    process.exit(0)
  })
}
