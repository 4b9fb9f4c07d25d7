import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto"
import { env } from "./env"

/** 256 random bits, fit for a URL; the prefix tells people and leak scanners what it opens. */
export function newSecret(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url")
}

/** What is stored of a secret: random ones need no slow hash. */
export function sha256(data: string | Uint8Array): Buffer {
  return createHash("sha256").update(data).digest()
}

/** Compares in a time that tells nothing of where, or whether in length, the two differ. */
export function sameSecret(given: string | Uint8Array, expected: string | Uint8Array): boolean {
  return timingSafeEqual(sha256(given), sha256(expected))
}

/** A key for one purpose, derived from AUTH_SECRET, so that no signature made for one thing opens another. */
export function deriveKey(purpose: string, secret = env.AUTH_SECRET): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32))
}

export function hmac(key: string | Uint8Array, message: string | Uint8Array): Buffer {
  return createHmac("sha256", key).update(message).digest()
}

/** Signs a text for one purpose; check it with `signed`. */
export function sign(purpose: string, message: string): string {
  return hmac(deriveKey(purpose), message).toString("base64url")
}

export function signed(purpose: string, message: string, signature: string): boolean {
  return sameSecret(signature, sign(purpose, message))
}
