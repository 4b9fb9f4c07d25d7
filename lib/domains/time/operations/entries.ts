import { eq } from "drizzle-orm"
import { z } from "zod"
import { timeEntries } from "@/db/schema"
import { activeMember } from "@/lib/domains/projects/queries"
import type { Actor } from "@/lib/kernel/actor"
import { changedFields } from "@/lib/kernel/change"
import { choicesOut } from "@/lib/kernel/choices"
import { day, id, maybe } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { sumMoney } from "@/lib/platform/money"
import { entriesBetween, findTimeEntries, timeEntryById, timeEntryList, workChoices } from "../queries"
import { isLocked, weekOf } from "../rules"
import { newTimeEntry, type TimeEntry, timeEntryChange, timeEntryOut, weekOut, workQuery } from "../schema"
import { pricedEntry, workerOf } from "../writes"

export const listTimeEntries = list({
  name: "time.list",
  summary: "List time entries",
  permission: "time:own",
  rest: "GET /projects/time-entries",
  input: timeEntryList,
  item: timeEntryOut,
  run: (input, { db, actor }) => findTimeEntries(db, actor, input),
})

export const readTimeEntry = query({
  name: "time.read",
  summary: "Read a time entry",
  permission: "time:own",
  rest: "GET /projects/time-entries/{id}",
  input: z.strictObject({ id }),
  output: timeEntryOut,
  run: ({ id }, { db, actor }) => timeEntryById(db, actor, id),
})

export const listWork = query({
  name: "time.work",
  summary: "List what time can be recorded on",
  permission: "time:own",
  rest: "GET /projects/time-choices",
  input: workQuery,
  output: choicesOut,
  run: async (input, { db, actor }) => ({ results: await workChoices(db, actor.id, input) }),
})

export const readTimeWeek = query({
  name: "time.week",
  summary: "Read a person's week",
  permission: "time:own",
  rest: "GET /projects/time-entries/week",
  input: z.strictObject({ on: day.optional(), memberId: maybe(id).optional() }),
  output: weekOut,

  async run({ on, memberId }, { db, actor }) {
    const member = await workerOf(db, actor, memberId)
    const { from, until, days } = weekOf(on ?? today(actor.timeZone))
    const entries = await entriesBetween(db, member.id, from, until)
    const total = (some: { hours: string }[]) => sumMoney(some.map(({ hours }) => hours)).toFixed()
    return {
      from,
      until,
      memberId: member.id,
      memberName: member.name,
      hours: total(entries),
      billableHours: total(entries.filter(({ billable }) => billable)),
      days: days.map((date) => {
        const those = entries.filter((entry) => entry.date === date)
        return { date, hours: total(those), entries: those }
      }),
    }
  },
})

export const createTimeEntry = mutation({
  name: "time.create",
  summary: "Record time",
  permission: "time:own",
  rest: "POST /projects/time-entries",
  input: newTimeEntry,
  output: timeEntryOut,

  async run({ memberId, ...input }, { db, actor, record }) {
    const member = await workerOf(db, actor, memberId)
    const priced = await pricedEntry(db, actor, input, member)
    const [entry] = await db
      .insert(timeEntries)
      .values({ ...input, ...priced, memberId: member.id })
      .returning()
    record("time.recorded", { id: entry!.id })
    return timeEntryById(db, actor, entry!.id)
  },
})

export const updateTimeEntry = mutation({
  name: "time.update",
  summary: "Change a time entry",
  permission: "time:own",
  rest: "PATCH /projects/time-entries/{id}",
  input: timeEntryChange,
  output: timeEntryOut,

  async run({ id, ...changes }, { db, actor, record, expect }) {
    const before = await timeEntryById(db, actor, id, { lock: true })
    expect(before)
    requireOpen(before, actor)
    const moved = changes.projectId !== undefined && changes.projectId !== before.projectId
    // In another project the old task means nothing, and its rate is that project's unless one is given.
    const worked = { ...before, ...(moved && { taskId: null, hourlyRate: null }), ...changes }
    const member = moved ? await activeMember(db, before.memberId) : { hourlyRate: null }
    const priced = await pricedEntry(db, actor, worked, member)
    await db
      .update(timeEntries)
      .set({ ...changes, ...priced, taskId: worked.taskId })
      .where(eq(timeEntries.id, id))
    const entry = await timeEntryById(db, actor, id)
    record("time.updated", { id }, changedFields({ ...before, ...namesOf(entry) }, entry))
    return entry
  },
})

export const deleteTimeEntry = mutation({
  name: "time.delete",
  summary: "Delete a time entry",
  permission: "time:own",
  rest: "DELETE /projects/time-entries/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: timeEntryOut,

  async run({ id }, { db, actor, record, expect }) {
    const entry = await timeEntryById(db, actor, id, { lock: true })
    expect(entry)
    requireOpen(entry, actor)
    await db.delete(timeEntries).where(eq(timeEntries.id, id))
    record("time.deleted", { id })
    return entry
  },
})

// Names come with their ids; the trail tells of the id alone.
const namesOf = ({ projectName, taskTitle, clientName, memberName }: TimeEntry) => ({
  projectName,
  taskTitle,
  clientName,
  memberName,
})

function requireOpen(entry: Pick<TimeEntry, "invoiceId" | "status">, { permissions }: Actor) {
  if (isLocked(entry, permissions.has("time:all")))
    throw conflict(entry.invoiceId ? "time.refusals.invoiced" : `time.refusals.${entry.status}`)
}
