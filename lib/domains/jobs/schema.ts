import { z } from "zod"
import { maybe, moment } from "@/lib/kernel/fields"

/** Work that failed for good: what it was, about which records (ids only), and what went wrong. */
export const deadJob = z
  .object({
    id: z.string(),
    task: z.string(),
    payload: z.record(z.string(), z.unknown()),
    error: maybe(z.string()),
    attempts: z.int(),
    failedAt: moment,
  })
  .meta({ id: "DeadJob" })
export type DeadJob = z.output<typeof deadJob>

export const jobId = z.string().regex(/^\d{1,19}$/)
