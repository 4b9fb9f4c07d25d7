import { sql } from "drizzle-orm"
import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query, type Scope } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { findPlatformFirms, jobsByTask, platformFirmById, platformFirmList } from "./queries"
import { platformFirm, platformJobs } from "./schema"

export const listPlatformFirms = list({
  name: "platform.firms",
  summary: "List firms",
  permission: "platform:read",
  rest: "GET /platform/firms",
  input: platformFirmList,
  item: platformFirm,
  run: (input, { db }) => findPlatformFirms(db, input),
})

export const readPlatformFirm = query({
  name: "platform.readFirm",
  summary: "Read a firm's metadata",
  permission: "platform:read",
  rest: "GET /platform/firms/{id}",
  input: z.strictObject({ id }),
  output: platformFirm,
  run: ({ id }, { db }) => platformFirmById(db, id),
})

export const readPlatformJobs = query({
  name: "platform.jobs",
  summary: "Count what the queue holds, by kind of work",
  permission: "platform:read",
  rest: "GET /platform/jobs",
  input: z.strictObject({}),
  output: platformJobs,
  run: async (_input, { db }) => ({ tasks: await jobsByTask(db) }),
})

// Operators write no firm's rows: the database's function writes the firm's trail, so nothing is recorded here.

export const suspendFirm = mutation({
  name: "platform.suspendFirm",
  summary: "Suspend a firm",
  permission: "platform:manage",
  rest: "POST /platform/firms/{id}/suspend",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: platformFirm,
  run: ({ id }, scope) => setSuspended(scope, id, true),
})

export const reopenFirm = mutation({
  name: "platform.reopenFirm",
  summary: "Reopen a suspended firm",
  permission: "platform:manage",
  rest: "POST /platform/firms/{id}/reopen",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: platformFirm,
  run: ({ id }, scope) => setSuspended(scope, id, false),
})

async function setSuspended({ db }: Scope, firmId: string, suspend: boolean) {
  const { name } = await platformFirmById(db, firmId)
  const [row] = await db.execute<{ done: boolean }>(sql`select auth.set_suspended(${firmId}::uuid, ${suspend}) as done`)
  if (!row!.done) throw conflict(`platform.refusals.${suspend ? "suspended" : "open"}`, { name })
  return platformFirmById(db, firmId)
}
