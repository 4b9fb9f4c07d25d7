import { z } from "zod"

const count = z.number().int().min(0).max(1000)

const faultsSchema = z.strictObject({
  /** Copies of each webhook beyond the first, sent at the same time. */
  duplicate: count.max(50).default(0),
  /** Webhooks that are due together leave in the reverse of their order. */
  disorder: z.boolean().default(false),
  /** Milliseconds between an event and its webhook. */
  delayMs: z.number().int().min(0).max(600_000).default(0),
  /** Webhooks wait until this is lifted. */
  holdWebhooks: z.boolean().default(false),
  /** `tampered` signs with another secret, `stale` ten minutes ago. */
  signature: z.enum(["valid", "tampered", "stale"]).default("valid"),
  /** So many API requests are refused before they do anything. */
  failNextRequests: z
    .strictObject({ count, status: z.number().int().min(400).max(599) })
    .default({ count: 0, status: 500 }),
  /** So many API requests do their work and answer nothing: the client times out. */
  dropNextResponses: count.default(0),
  /** So many API requests do their work and lose the connection. */
  resetNextResponses: count.default(0),
})

export type Faults = z.infer<typeof faultsSchema>

/** Faults live in memory only: a restarted stand-in behaves. */
export const noFaults = (): Faults => faultsSchema.parse({})

/** The named faults changed, the others as they were; or the sentence that says what is wrong. */
export function changedFaults(faults: Faults, change: unknown): Faults | string {
  const parsed = faultsSchema.partial().safeParse(change)
  if (!parsed.success) return z.prettifyError(parsed.error)
  const named = Object.keys(change as object)
  return { ...faults, ...Object.fromEntries(Object.entries(parsed.data).filter(([name]) => named.includes(name))) }
}
