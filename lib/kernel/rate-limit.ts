import "server-only"
import { gate } from "@/db/gate"
import { env } from "@/lib/platform/env"
import { sha256 } from "@/lib/platform/secrets"
import type { Credential } from "./credential"
import type { Operation, RateClass, Visit } from "./operation"
import { Refusal } from "./refusal"

type Limit = { name: string; allowed: number; seconds: number }

const minute = { name: "minute", allowed: 100, seconds: 60 }
const hour = { name: "hour", allowed: 1000, seconds: 3600 }
const limits: Record<RateClass, Limit[]> = {
  default: [minute, hour],
  payment: [{ name: "payments", allowed: 10, seconds: 60 }, minute, hour],
  upload: [{ name: "uploads", allowed: 30, seconds: 3600 }, minute, hour],
  public: [{ name: "public", allowed: 20, seconds: 3600 }],
  signIn: [],
  exempt: [],
}

/** Takes one call from what the caller has left; exact across processes. Answers the standard headers. */
export async function limit(
  operation: Operation,
  credential: Credential | null,
  visit: Visit,
): Promise<Record<string, string>> {
  const who = credential ? sha256(credential.key.secret).toString("base64url").slice(0, 32) : visit.ip
  let tightest: { limit: Limit; remaining: number; resetMs: number } | undefined
  for (const one of limits[operation.rate ?? "default"]) {
    const allowed = Math.max(1, Math.round(one.allowed * env.RATE_LIMIT_FACTOR))
    const { remaining, waitMs } = await gate.take(`${one.name}:${who}`, allowed, one.seconds)
    if (remaining < 0) {
      const seconds = Math.max(1, Math.ceil(waitMs / 1000))
      throw new Refusal("rate_limited", { key: "kernel.rateLimited", values: { seconds } }, {}, seconds)
    }
    if (!tightest || remaining < tightest.remaining)
      tightest = { limit: { ...one, allowed }, remaining, resetMs: waitMs }
  }
  if (!tightest) return {}
  return {
    "ratelimit-limit": String(tightest.limit.allowed),
    "ratelimit-remaining": String(tightest.remaining),
    "ratelimit-reset": String(Math.ceil(tightest.resetMs / 1000)),
  }
}
