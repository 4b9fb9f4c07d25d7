import { now } from "./clock"
import { sign, signed } from "./secrets"

const path = "/api/v1/files/"

interface Grant {
  method: "GET" | "PUT"
  key: string
  /** The name to save under, or the type that may be stored. */
  label: string
  /** Bytes that may be stored; 0 for a download. */
  length: number
}

const text = (grant: Grant, expires: number) =>
  JSON.stringify([grant.method, grant.key, grant.label, grant.length, expires])

/** An address of this application that carries its own permission. */
export function signedFileUrl(grant: Grant, expiresIn: number, origin: string): string {
  const expires = Math.floor(now().getTime() / 1000) + expiresIn
  const query = new URLSearchParams({
    [grant.method === "GET" ? "filename" : "type"]: grant.label,
    ...(grant.method === "PUT" ? { length: String(grant.length) } : {}),
    expires: String(expires),
    signature: sign("storage-link", text(grant, expires)),
  })
  return `${origin}${path}${grant.key}?${query}`
}

/** What the address permits, or null when it was changed, is for another method, or has expired. */
export function grantOf(method: "GET" | "PUT", key: string, query: URLSearchParams): Grant | null {
  const expires = Number(query.get("expires"))
  const grant = {
    method,
    key,
    label: query.get(method === "GET" ? "filename" : "type") ?? "",
    length: method === "PUT" ? Number(query.get("length")) : 0,
  }
  if (!signed("storage-link", text(grant, expires), query.get("signature") ?? "")) return null
  return expires * 1000 > now().getTime() ? grant : null
}
