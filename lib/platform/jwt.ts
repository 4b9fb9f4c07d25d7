import { errors, jwtVerify, SignJWT } from "jose"
import type { z } from "zod"
import { now } from "./clock"
import { deriveKey } from "./secrets"

interface Kind<Claims extends z.ZodType> {
  /** What the token is for; it is signed with a key of its own. */
  audience: string
  issuer: string
  claims: Claims
  seconds: number
}

/** A kind of signed token: `issue` makes one, `read` gives its claims, or null when it is not ours or no longer valid. */
export function jwt<Claims extends z.ZodType<Record<string, unknown>>>({
  audience,
  issuer,
  claims,
  seconds,
}: Kind<Claims>) {
  const key = () => deriveKey(`jwt ${audience}`)
  return {
    seconds,
    issue(content: z.input<Claims>): Promise<string> {
      const issuedAt = Math.floor(now().getTime() / 1000)
      return new SignJWT(claims.parse(content))
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + seconds)
        .sign(key())
    },
    async read(token: string): Promise<z.output<Claims> | null> {
      try {
        const { payload } = await jwtVerify(token, key(), {
          issuer,
          audience,
          algorithms: ["HS256"],
          typ: "JWT",
          currentDate: now(),
          requiredClaims: ["exp", "iat"],
        })
        return claims.safeParse(payload).data ?? null
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof TypeError) return null
        throw error
      }
    },
  }
}
