import "server-only"
import { sqlState } from "@/db/tenant"
import { contentDisposition } from "@/lib/platform/content-disposition"
import { log, logContext } from "@/lib/platform/log"
import { StorageAway } from "@/lib/platform/storage-away"
import type { FileAnswer, Operation } from "./operation"
import { inWords, Refusal } from "./refusal"

type Context = { url: URL; headers: Record<string, string> }
type Page = { items: unknown[]; count: number; next: string | null; previous: string | null }

/** A success as the API gives it: { data, meta }, a file, or nothing. */
export function answer(operation: Operation, result: unknown, { url, headers }: Context): Response {
  if (operation.answers === "file") return file(result as FileAnswer, headers)
  if (operation.answers === "list") {
    const { items, count, next, previous } = result as Page
    const at = (cursor: string | null) => cursor && withCursor(url, cursor)
    return Response.json({ data: items, meta: { count, next: at(next), previous: at(previous) } }, { headers })
  }
  const record = (result ?? {}) as { id?: unknown; version?: unknown }
  const creates =
    operation.rest?.startsWith("POST ") && !operation.rest.endsWith("}") && !/\/\{\w+\}\/[^/{}]+$/.test(operation.rest)
  const status = operation.status ?? (creates && typeof record.id === "string" ? 201 : 200)
  if (status === 204) return new Response(null, { status, headers })
  return Response.json(
    { data: result ?? {}, meta: {} },
    {
      status,
      headers: {
        ...headers,
        ...(typeof record.version === "number" && { etag: `"v${record.version}"` }),
        ...(status === 201 &&
          typeof record.id === "string" &&
          (creates || operation.place) && {
            location: `${operation.place ? `/api/v1${operation.place}` : url.pathname}/${record.id}`,
          }),
      },
    },
  )
}

/** A refusal in its own words; anything else is logged and becomes "Something went wrong" with the request's id. */
export function failure(error: unknown, headers: Record<string, string> = {}): Response {
  if (error instanceof Refusal) {
    const retry: Record<string, string> =
      error.retryAfterSeconds === undefined ? {} : { "retry-after": String(error.retryAfterSeconds) }
    return Response.json({ error: inWords(error) }, { status: error.status, headers: { ...headers, ...retry } })
  }
  log.error(error as Error, "request failed")
  const { requestId } = logContext()
  const away = whatIsAway(error)
  const sentence = inWords(
    new Refusal("unavailable", { key: away ?? "kernel.failed", values: { requestId: requestId ?? "" } }),
  )
  return Response.json(
    { error: { ...sentence, code: "internal_error", details: {}, requestId } },
    { status: away ? 503 : 500, headers: { ...headers, ...(away && { "retry-after": "2" }) } },
  )
}

/** The sentence for what is away, so that trying again soon helps; undefined for a failure of our own. */
export function whatIsAway(error: unknown): string | undefined {
  if (error instanceof StorageAway) return error.full ? "kernel.storageFull" : "kernel.storageAway"
  return isAway(error) ? "kernel.databaseAway" : undefined
}

/** The database is starting, stopping, out of room or connections, or unreachable. */
export function isAway(error: unknown): boolean {
  if (/^(57P0[123]|08|53)/.test(sqlState(error) ?? "")) return true
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && /^(ECONNREFUSED|ECONNRESET|CONNECTION_\w+|CONNECT_TIMEOUT)$/.test(String(e.code))) return true
  }
  return false
}

function file({ filename, contentType, body }: FileAnswer, headers: Record<string, string>) {
  return new Response(body as BodyInit, {
    headers: {
      ...headers,
      "content-type": contentType,
      "content-length": String(body.byteLength),
      "content-disposition": contentDisposition(filename),
      "x-content-type-options": "nosniff",
    },
  })
}

function withCursor(url: URL, cursor: string) {
  const next = new URLSearchParams(url.search)
  next.set("cursor", cursor)
  return `${url.pathname}?${next}`
}
