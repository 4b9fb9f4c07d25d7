import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import { contentDisposition } from "./content-disposition"
import { StorageAway } from "./storage-away"
import { isStorageKey, type Storage } from "./storage-contract"
import { grantOf } from "./storage-links"

/** Answers the signed addresses of a local storage, as S3 answers its own. */
export async function serveSignedFile(request: Request, key: string, store: Storage): Promise<Response> {
  const method = request.method === "PUT" ? "PUT" : "GET"
  const grant =
    store.kind === "local" && isStorageKey(key) ? grantOf(method, key, new URL(request.url).searchParams) : null
  if (!grant) return refusal(403, "forbidden", "This link is not valid any more.")
  return method === "PUT"
    ? receive(request, key, grant.label, grant.length, store)
    : send(request, key, grant.label, store)
}

async function receive(request: Request, key: string, contentType: string, contentLength: number, store: Storage) {
  const said = request.headers.get("content-length")
  if (request.headers.get("content-type") !== contentType)
    return refusal(415, "unsupported_media_type", "The file has another type than announced.")
  if (said !== null && Number(said) > contentLength) return tooLong()
  if (said !== null && Number(said) < contentLength) return tooShort()
  // The web stream's type has two homes, the DOM's and Node's.
  const body = request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([])
  try {
    const { sha256 } = await store.put(key, body, { contentType, contentLength })
    return new Response(null, { status: 200, headers: { etag: `"${sha256}"` } })
  } catch (error) {
    if (error instanceof StorageAway) return away()
    if (!(error instanceof Error && "tooLong" in error)) throw error
    return error.tooLong ? tooLong() : tooShort()
  }
}

async function send(request: Request, key: string, filename: string, store: Storage): Promise<Response> {
  let opened: Awaited<ReturnType<Storage["get"]>>
  let found: Awaited<ReturnType<Storage["head"]>>
  try {
    opened = request.method === "HEAD" ? null : await store.get(key)
    found = opened ?? (await store.head(key))
  } catch (error) {
    if (error instanceof StorageAway) return away()
    throw error
  }
  if (!found) return refusal(404, "not_found", "There is no such file.")
  const body = opened && (Readable.toWeb(opened.body) as globalThis.ReadableStream<Uint8Array>)
  return new Response(body, {
    headers: {
      "content-type": found.contentType,
      "content-length": String(found.size),
      "content-disposition": contentDisposition(filename),
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "same-site",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  })
}

const tooLong = () => refusal(413, "too_large", "The file is larger than announced.")
const tooShort = () => refusal(400, "bad_request", "The file is smaller than announced.")

const away = () =>
  refusal(503, "unavailable", "The file storage can't be used right now. Try again in a moment.", {
    "retry-after": "5",
  })

function refusal(status: number, code: string, message: string, more: Record<string, string> = {}): Response {
  const headers = { ...more, "cache-control": "no-store", "x-content-type-options": "nosniff" }
  return Response.json({ error: { code, message, details: {} } }, { status, headers })
}
