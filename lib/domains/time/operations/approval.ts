import { inArray } from "drizzle-orm"
import { timeEntries } from "@/db/schema"
import type { EventName, Scope } from "@/lib/kernel/operation"
import { mutation } from "@/lib/kernel/operation"
import { conflict, notFound } from "@/lib/kernel/refusal"
import { entriesById } from "../queries"
import { entriesOut, entryIds, type TimeEntry } from "../schema"

type Status = TimeEntry["status"]

export const submitTime = mutation({
  name: "time.submit",
  summary: "Submit time for approval",
  permission: "time:own",
  rest: "POST /projects/time-entries/submit",
  input: entryIds,
  output: entriesOut,
  run: ({ ids }, scope) => move(scope, ids, ["open"], "submitted", "time.submitted"),
})

export const approveTime = mutation({
  name: "time.approve",
  summary: "Approve time",
  permission: "time:all",
  rest: "POST /projects/time-entries/approve",
  input: entryIds,
  output: entriesOut,
  run: ({ ids }, scope) => move(scope, ids, ["submitted"], "approved", "time.approved"),
})

export const reopenTime = mutation({
  name: "time.reopen",
  summary: "Send time back to be corrected",
  permission: "time:all",
  rest: "POST /projects/time-entries/reopen",
  input: entryIds,
  output: entriesOut,
  run: ({ ids }, scope) => move(scope, ids, ["submitted", "approved"], "open", "time.reopened"),
})

/** All of them or none. */
async function move({ db, actor, record }: Scope, ids: string[], from: Status[], to: Status, event: EventName) {
  if (!actor.approvesTime) throw conflict("time.refusals.approvalOff")
  const wanted = [...new Set(ids)]
  const entries = await entriesById(db, actor, wanted, { lock: true })
  if (entries.length < wanted.length) throw notFound("timeEntry")
  if (entries.some(({ invoiceId }) => invoiceId)) throw conflict("time.refusals.invoiced")
  if (entries.some(({ status }) => !from.includes(status))) throw conflict(`time.refusals.not.${to}`)
  await db.update(timeEntries).set({ status: to }).where(inArray(timeEntries.id, wanted))
  for (const { id } of entries) record(event, { id }, ["status"])
  return { items: await entriesById(db, actor, wanted), count: entries.length }
}
