import "server-only"
import { createHash } from "node:crypto"
import { gate } from "@/db/gate"
import { boundedText } from "@/lib/platform/bounded-text"
import { siteOf } from "@/lib/platform/current-site"
import { withLogContext } from "@/lib/platform/log"
import { visitorAddress } from "@/lib/platform/visitor"
import { answer, failure } from "./answer"
import { type Credential, credentialOf } from "./credential"
import { fromText } from "./from-text"
import type { Operation, Visit } from "./operation"
import { perform, performOnce, rehearse } from "./perform"
import { limit } from "./rate-limit"
import { Refusal, unauthenticated } from "./refusal"

type Route = { operation: Operation; method: string; pattern: RegExp }

/** Serves every operation that has a `rest` line below `prefix`. The door translates; it decides nothing. */
export function serveRest(operations: Operation[], prefix = "/api/v1") {
  const routes: Route[] = operations.flatMap((operation) => {
    if (!operation.rest) return []
    const [method, path] = operation.rest.split(" ") as [string, string]
    return { operation, method, pattern: new RegExp(`^${prefix}${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`) }
  })
  // "reports/trial-balance" goes before "reports/{id}"
  routes.sort((a, b) => Number(a.operation.rest!.includes("{")) - Number(b.operation.rest!.includes("{")))

  return (request: Request): Promise<Response> => {
    const requestId = request.headers.get("x-request-id")?.match(/^[\w-]{8,64}$/)?.[0] ?? crypto.randomUUID()
    return withLogContext({ requestId }, async () => {
      const response = await serve(routes, request, requestId).catch((error) => failure(error))
      response.headers.set("x-request-id", requestId)
      response.headers.set("cache-control", "no-store")
      return response
    })
  }
}

async function serve(routes: Route[], request: Request, requestId: string): Promise<Response> {
  const site = await siteOf(request.headers)
  if (!site) throw new Refusal("not_found", { key: "kernel.unknownHost" })
  const url = new URL(request.url)
  const route = find(routes, request.method, url.pathname)
  const { operation } = route

  const visit: Visit = {
    site,
    requestId,
    ip: visitorAddress(request.headers),
    userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? "",
    tenantId: await tenantOf(request.headers.get("x-tenant-id")),
    expectedVersion: versionOf(request.headers.get("if-match")),
    idempotencyKey: idempotencyKey(request),
  }
  const open = operation.enter || operation.credential
  const credential = open ? null : await credentialOf(request, site)
  if (!open && !credential) throw unauthenticated()
  if (credential) surfaceDecides(operation, credential)

  const headers = await limit(operation, credential, visit)
  try {
    const { input, fingerprint } = await inputOf(request, url, route)
    const dryRun = operation.effect === "write" && url.searchParams.get("dryRun") === "true"
    const result = await run(operation, credential, input, visit, fingerprint, dryRun)
    return answer(dryRun ? { ...operation, answers: "record", status: 200 } : operation, result, { url, headers })
  } catch (error) {
    return failure(error, headers)
  }
}

function run(
  operation: Operation,
  credential: Credential | null,
  input: unknown,
  visit: Visit,
  fingerprint: string,
  dryRun: boolean,
) {
  if (dryRun && credential) return rehearse(operation, credential.key, input, visit)
  if (visit.idempotencyKey && operation.effect === "write" && credential) {
    return performOnce(operation, credential.key, input, visit, fingerprint)
  }
  return perform(operation, credential?.key ?? null, input, visit)
}

function find(routes: Route[], method: string, path: string): Route {
  const here = routes.filter(({ pattern }) => pattern.test(path))
  const route = here.find((one) => one.method === method)
  if (route) return route
  throw new Refusal("not_found", { key: here.length > 0 ? "kernel.noSuchMethod" : "kernel.noSuchPath" })
}

// A firm's token is refused in portal/, and a portal token everywhere else, before anything is looked up.
function surfaceDecides(operation: Operation, { key }: Credential) {
  const wanted = operation.permission.startsWith("portal:")
    ? "portal"
    : operation.permission.startsWith("platform:")
      ? "platform"
      : operation.permission === "self:use"
        ? key.surface
        : "workspace"
  if (key.surface !== wanted) throw new Refusal("forbidden", { key: "kernel.otherSurface" })
}

async function tenantOf(header: string | null): Promise<string | undefined> {
  if (!header) return undefined
  const kind = /^[0-9a-f-]{36}$/i.test(header) ? "id" : "subdomain"
  return (await gate.firmByHost(kind, header.toLowerCase()))?.id ?? "unknown"
}

function versionOf(header: string | null): number | undefined {
  if (!header || header === "*") return undefined
  const [, version] = /^"v(\d+)"$/.exec(header) ?? []
  return version ? Number(version) : -1
}

function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key")
  if (key === null || request.method !== "POST") return undefined
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) throw new Refusal("bad_request", { key: "kernel.badKey" })
  return key
}

const maximumBody = 1024 * 1024

async function inputOf(request: Request, url: URL, { operation, pattern }: Route) {
  const path = pattern.exec(url.pathname)!.groups ?? {}
  const query = new URLSearchParams(url.searchParams)
  query.delete("dryRun")
  const given =
    request.method === "GET" || request.method === "DELETE"
      ? fromText(operation.input, query, { strict: true })
      : await body(request)
  let decoded: Record<string, string>
  try {
    decoded = Object.fromEntries(Object.entries(path).map(([name, value]) => [name, decodeURIComponent(value)]))
  } catch {
    throw noSuchPath()
  }
  // Nothing that is kept has a NUL in its name: PostgreSQL doesn't even take the question.
  if (Object.values(decoded).some((value) => value.includes("\u0000"))) throw noSuchPath()
  const input = { ...given, ...decoded } // the path last, so that a body can't rename what the URL names
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([operation.name, input]))
    .digest("hex")
  return { input, fingerprint }
}

const noSuchPath = () => new Refusal("not_found", { key: "kernel.noSuchPath" })

const deepest = 32

/** Nested deeper than any input of ours: what walks such a value by calling itself would run out of stack. */
function isDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; depth < deepest && level.length > 0; depth++)
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []))
  return level.length > 0
}

async function body(request: Request): Promise<Record<string, unknown>> {
  const text = await boundedText(request, maximumBody)
  if (text === null) throw new Refusal("too_large", { key: "kernel.tooLarge" })
  if (text.trim() === "") return {}
  if (!/^application\/([\w.-]+\+)?json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new Refusal("unsupported_media_type", { key: "kernel.notJson" })
  }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === "object" && value !== null && !Array.isArray(value) && !isDeep(value))
      return value as Record<string, unknown>
  } catch {}
  throw new Refusal("bad_request", { key: "kernel.badJson" })
}
