import { createHash } from "node:crypto"
import Stripe from "stripe"
import { Answer, type Call } from "./call"
import { expanded } from "./expand"
import { Failure, invalid } from "./failure"
import { newId } from "./ids"
import { handlers } from "./routes"
import { findOperation, readParams } from "./spec"
import { platform } from "./state"
import type { World } from "./world"

const keyLivesMs = 24 * 3600 * 1000

export interface ApiRequest {
  method: string
  pathname: string
  query: string
  body: string
  authorization: string | undefined
  account: string | undefined
  idempotencyKey: string | undefined
}

export interface ApiAnswer {
  status: number
  body: string
  headers: Record<string, string>
}

/** One request to the API, from its key to the commit of what it did. */
export function answerApi(world: World, request: ApiRequest): ApiAnswer {
  const requestId = newId("req", 14)
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "request-id": requestId,
    "stripe-version": Stripe.API_VERSION,
    ...(request.account && { "stripe-account": request.account }),
    ...(request.idempotencyKey && { "idempotency-key": request.idempotencyKey }),
  }
  try {
    failOnDemand(world)
    const owner = authorized(world, request)
    const call = read(world, owner, request, requestId)
    const saved = request.method === "POST" && request.idempotencyKey ? savedAnswer(call, request) : undefined
    if (saved) return { ...saved, headers: { ...headers, "idempotent-replayed": "true" } }
    return { ...run(call, request), headers }
  } catch (error) {
    world.state.discard()
    if (!(error instanceof Failure)) console.error(error)
    const body = error instanceof Failure ? error.body : { type: "api_error", message: "The stand-in failed" }
    return { status: error instanceof Failure ? error.status : 500, body: text({ error: body }), headers }
  }
}

function failOnDemand({ faults }: World): void {
  const { count, status } = faults.failNextRequests
  if (count === 0) return
  faults.failNextRequests = { count: count - 1, status }
  const code = status === 429 ? { code: "rate_limit" } : {}
  throw new Failure(status, {
    type: status < 500 ? "invalid_request_error" : "api_error",
    message: "As asked",
    ...code,
  })
}

function authorized(world: World, { authorization = "", account }: ApiRequest): string {
  if (!/^Bearer (sk|rk)_test_\w+$/.test(authorization)) {
    throw new Failure(401, { type: "invalid_request_error", message: "Invalid API Key provided: a test key is needed" })
  }
  if (!account) return platform
  if (world.state.get("account", platform, account)) return account
  const message = `The provided key does not have access to account '${account}' (or that account does not exist).`
  throw new Failure(403, { type: "invalid_request_error", code: "account_invalid", message })
}

function read(world: World, owner: string, request: ApiRequest, requestId: string): Call & { operation: string } {
  const operation = findOperation(request.method, request.pathname)
  if (!operation) {
    const message = `Unrecognized request URL (${request.method}: ${request.pathname}).`
    throw new Failure(404, { type: "invalid_request_error", message })
  }
  const { params, refusals } = readParams(operation.name, request.method === "GET" ? request.query : request.body)
  const [first] = refusals
  if (first) {
    const message = refusals.map((refusal) => refusal.message).join("; ")
    throw new Failure(400, { type: "invalid_request_error", ...first, message, refusals })
  }
  if (request.idempotencyKey && request.idempotencyKey.length > 255) {
    throw invalid("Idempotency keys are limited to 255 characters")
  }
  const identity = { id: requestId, idempotency_key: request.idempotencyKey ?? null }
  return { world, owner, operation: operation.name, path: operation.path, params, request: identity }
}

const fingerprint = ({ method, pathname, body }: ApiRequest) =>
  createHash("sha256").update(`${method} ${pathname}\n${body}`).digest("hex")

function savedAnswer({ world, owner }: Call, request: ApiRequest) {
  const key = request.idempotencyKey
  const saved = world.state.get("answer", owner, `${owner} ${key}`)
  if (!saved || Date.now() - saved.savedAt > keyLivesMs) return
  if (saved.request === fingerprint(request)) return { status: saved.status, body: saved.body }
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`
  throw new Failure(400, { type: "idempotency_error", message })
}

function run(call: Call & { operation: string }, request: ApiRequest): { status: number; body: string } {
  const { status, body } = perform(call)
  const { state } = call.world
  if (request.method === "POST" && request.idempotencyKey) {
    state.put("answer", call.owner, {
      id: `${call.owner} ${request.idempotencyKey}`,
      request: fingerprint(request),
      status,
      body,
      savedAt: Date.now(),
    })
  }
  state.commit()
  return { status, body }
}

function perform(call: Call & { operation: string }): { status: number; body: string } {
  try {
    const result = handlers[call.operation]!(call)
    if (result instanceof Answer) return { status: result.status, body: text(result.body) }
    const { expand = [] } = call.params as { expand?: string[] }
    return { status: 200, body: text(expanded(call, result, expand)) }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // Stripe replays a refusal too, once the request had got as far as its work.
    call.world.state.discard()
    return { status: error.status, body: text({ error: error.body }) }
  }
}

const text = (body: object) => JSON.stringify(body, null, 2)
