import { Redis } from "ioredis"
import { env } from "./env"
import { checkMail } from "./mail"
import { processWide } from "./process-wide"
import { storage } from "./storage"

/** States only: health is public, and reasons belong in the log. */
export type State = "ok" | "not configured" | "unreachable"

export const cacheState = () => remembered("cache", () => (env.REDIS_URL ? ping(env.REDIS_URL) : null))
export const storageState = () => remembered("storage", () => storage().check())
export const mailState = () => remembered("mail", () => (env.SMTP_URL ? checkMail() : null))
export const stripeState = () =>
  remembered("stripe", () => (env.STRIPE_SECRET_KEY ? answers(env.STRIPE_API_BASE ?? "https://api.stripe.com") : null))

const states = processWide("health", () => new Map<string, { until: number; state: Promise<State> }>())
const seconds = 5

/** The state, asked at most every five seconds, however often a balancer asks us. */
function remembered(name: string, probe: () => Promise<unknown> | null): Promise<State> {
  const known = states.get(name)
  if (known && known.until > performance.now()) return known.state
  const state = stateOf(probe)
  states.set(name, { until: performance.now() + seconds * 1000, state })
  return state
}

async function stateOf(probe: () => Promise<unknown> | null): Promise<State> {
  try {
    const asked = probe()
    if (asked === null) return "not configured"
    return (await withTimeLimit(asked)) === false ? "unreachable" : "ok"
  } catch {
    return "unreachable"
  }
}

function withTimeLimit<T>(work: Promise<T>, milliseconds = 3_000): Promise<T | false> {
  const { promise, resolve } = Promise.withResolvers<false>()
  const timer = setTimeout(() => resolve(false), milliseconds)
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}

async function ping(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 0,
    retryStrategy: null,
  })
  redis.on("error", () => {})
  try {
    await redis.connect()
    await redis.ping()
  } finally {
    redis.disconnect()
  }
}

/** Any answer will do: without a key it is a refusal. */
async function answers(address: string): Promise<void> {
  const response = await fetch(address, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(2_500) })
  if (response.status >= 500) throw new Error(`answered ${response.status}`)
}

/** Asks anew the next time. */
export function forgetHealth(): void {
  states.clear()
}
