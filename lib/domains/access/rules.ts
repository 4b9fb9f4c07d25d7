import { now } from "@/lib/platform/clock"
import { sign } from "@/lib/platform/secrets"

/** Five wrong passwords for an account, or thirty from an address, close the door for a while. */
export const throttle = { account: 5, address: 30, minutes: 15 }

export const lifetimes = {
  access: 60 * 60,
  refresh: 7 * 24 * 60 * 60,
  session: 14 * 24 * 60 * 60,
  reset: 60 * 60,
  handoff: 60,
}

export const after = (seconds: number) => new Date(now().getTime() + seconds * 1000).toISOString()

/** The secret of a reset link, made again from its key's id when the mail is written. */
export const resetSecret = (keyId: string) => `rst_${sign("reset", keyId)}`

/** A path of this host to go on to; anything that could lead elsewhere is the fallback. */
export function safePath(next: unknown, fallback = "/"): string {
  return typeof next === "string" && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : fallback
}

/** The demo's one password opens nothing where real firms work. */
export const isDemoPassword = (password: string) => password === "demo-Passw0rd!"
