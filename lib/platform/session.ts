import "server-only"
import { cookies } from "next/headers"
import type { Key } from "@/db/tenant"
import type { SiteKind } from "./site"

/** Host-only cookies, one for each surface; the value is a secret that only the database can turn. */
export const sessionCookies = { workspace: "__Host-fs", portal: "__Host-ps", platform: "__Host-cs" } as const
export type SessionSurface = keyof typeof sessionCookies

const surfaces: Record<SiteKind, SessionSurface | null> = {
  root: "platform",
  firm: "workspace",
  portal: "portal",
  auth: null,
}

/** Which session a host can have. */
export const surfaceOf = (kind: SiteKind) => surfaces[kind]

/** How every cookie of ours is set: for this host alone, out of reach of scripts. */
export const cookieOptions = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const

/** The longest a session lives, in seconds; idle ones end after twelve hours (auth.enter). */
export const sessionSeconds = 14 * 24 * 60 * 60

export async function sessionKey(surface: SessionSurface): Promise<Key | null> {
  const secret = (await cookies()).get(sessionCookies[surface])?.value
  return secret ? { surface, secret } : null
}

export async function startSession(surface: SessionSurface, secret: string) {
  ;(await cookies()).set(sessionCookies[surface], secret, { ...cookieOptions, maxAge: sessionSeconds })
}

export async function forgetSession(surface: SessionSurface) {
  ;(await cookies()).set(sessionCookies[surface], "", { ...cookieOptions, maxAge: 0 })
}
