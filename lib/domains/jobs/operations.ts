import { sql } from "drizzle-orm"
import { z } from "zod"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { list, mutation } from "@/lib/kernel/operation"
import { notFound } from "@/lib/kernel/refusal"
import { scrub } from "@/lib/platform/redact"
import { type DeadJob, deadJob, jobId } from "./schema"

export const listDeadJobs = list({
  name: "jobs.listDead",
  summary: "List work that failed for good",
  permission: "jobs:manage",
  rest: "GET /firm/jobs",
  input: z.strictObject({}),
  item: deadJob,
  async run(_input, { db }) {
    const items = (await deadJobs(db)).map((job) => ({ ...job, error: job.error && scrub(job.error) }))
    return { items, count: items.length, next: null, previous: null }
  },
})

export const retryJob = mutation({
  name: "jobs.retry",
  summary: "Try failed work again",
  permission: "jobs:manage",
  rest: "POST /firm/jobs/{id}/retry",
  input: z.strictObject({ id: jobId }),
  output: z.object({ id: z.string(), retried: z.literal(true) }),

  async run({ id: job }, { db, actor, record }) {
    const known = (await deadJobs(db)).find((one) => one.id === job)
    const [row] = await db.execute<{ retried: boolean }>(sql`select app.retry_job(${job}) as retried`)
    if (!row!.retried) throw notFound("job")
    const subject = id.safeParse(known?.payload.subjectId)
    record("job.retried", { id: subject.success ? subject.data : actor.firmId })
    return { id: job, retried: true as const }
  },
})

const deadJobs = async (db: TenantDb) =>
  (await db.execute(sql`select id, task, payload, error, attempts,
    to_char(failed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "failedAt" from app.dead_jobs()`)) as unknown as DeadJob[]
