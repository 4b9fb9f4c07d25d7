import "server-only"
import { z } from "zod"
import type { Key } from "@/db/tenant"
import { jwt } from "@/lib/platform/jwt"
import { sessionCookies, surfaceOf } from "@/lib/platform/session"
import type { Site } from "@/lib/platform/site"
import { unauthenticated } from "./refusal"

const claims = z.object({
  jti: z.string(),
  sub: z.string(),
  surface: z.enum(["workspace", "portal", "platform"]),
  firm: z.string().nullable(),
})

/** One hour; its jti is the secret that the database turns, so revoking it works at once. */
export const accessTokens = jwt({ audience: "api", issuer: "consultantpro", claims, seconds: 3600 })

export type Credential = { key: Key; bearer: boolean }

/** What a request proves itself with: a bearer token or API key, else the session of the host. */
export async function credentialOf(request: Request, site: Site): Promise<Credential | null> {
  const header = request.headers.get("authorization")
  if (header) {
    const [, token] = /^Bearer ([\w.~+/=-]{10,4096})$/i.exec(header) ?? []
    if (!token) throw unauthenticated()
    if (token.startsWith("cpk_")) return { key: { surface: "workspace", secret: token }, bearer: true }
    const read = await accessTokens.read(token)
    if (!read) throw unauthenticated()
    return { key: { surface: read.surface, secret: read.jti }, bearer: true }
  }
  const surface = surfaceOf(site.kind)
  const secret = surface && cookie(request, sessionCookies[surface])
  return secret ? { key: { surface, secret }, bearer: false } : null
}

function cookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=")
    if (key === name) return value.join("=")
  }
}
