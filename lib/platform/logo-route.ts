import { Readable } from "node:stream"
import { siteOf } from "./current-site"
import { storage } from "./storage"
import { StorageAway } from "./storage-away"

/** Answers the logo of the host's own firm to everybody: it stands on sign-in pages and in mails. */
export async function serveLogo(request: Request, name: string): Promise<Response> {
  const key = (await siteOf(request.headers))?.firm?.logoKey
  let stored: Awaited<ReturnType<ReturnType<typeof storage>["get"]>>
  try {
    stored = key?.endsWith(`/${name}`) ? await storage().get(key) : null
  } catch (error) {
    if (!(error instanceof StorageAway)) throw error
    return new Response(null, { status: 503, headers: { "cache-control": "no-store", "retry-after": "5" } })
  }
  if (!stored) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } })
  return new Response(Readable.toWeb(stored.body) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "image/png",
      "content-length": String(stored.size),
      "content-security-policy": "sandbox; default-src 'none'",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "public, max-age=31536000, immutable",
    },
  })
}
