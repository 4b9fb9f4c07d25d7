import { gate } from "@/db/gate"
import { applyWebhook } from "@/lib/domains/payments/webhooks/operations"
import { failure } from "@/lib/kernel/answer"
import { perform } from "@/lib/kernel/perform"
import { Refusal } from "@/lib/kernel/refusal"
import { boundedText } from "@/lib/platform/bounded-text"
import { log, withLogContext } from "@/lib/platform/log"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import { readWebhook } from "@/lib/platform/stripe"
import { visitorAddress } from "@/lib/platform/visitor"

const maximumBody = 1024 * 1024
const keyLivesMs = 2 * 60_000

/** Stripe's events. 200 only once their effect is committed: anything else makes Stripe send them again. */
export async function POST(request: Request): Promise<Response> {
  const requestId = crypto.randomUUID()
  return withLogContext({ requestId }, () =>
    receive(request, requestId).catch((error: unknown) => failure(error, { "x-request-id": requestId })),
  )
}

async function receive(request: Request, requestId: string): Promise<Response> {
  const text = await boundedText(request, maximumBody)
  if (text === null) throw new Refusal("too_large", { key: "payments.refusals.tooLarge" })
  const webhook = readWebhook(text, request.headers.get("stripe-signature"))
  if (!webhook.ok) {
    log.warn({ refusal: webhook.refusal }, "webhook refused")
    throw new Refusal("bad_request", { key: "payments.refusals.signature" })
  }

  const { id, type, created, account, data } = webhook.event
  const secret = newSecret()
  const until = new Date(Date.now() + keyLivesMs).toISOString()
  const firm = account ? await gate.openWebhook(account, sha256(secret), until) : undefined
  if (!firm) {
    log.info({ event: id, type, account }, "webhook of an account that no firm has")
    return Response.json({ outcome: "ignored" })
  }
  const { outcome } = await perform(
    applyWebhook,
    { surface: "job", secret },
    { id, type, created, object: { ...data.object } },
    {
      site: { kind: "root", host: request.headers.get("host") ?? "", firm: null },
      ip: visitorAddress(request.headers),
      userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? "",
      requestId,
    },
  )
  return Response.json({ outcome })
}
