import { and, asc, between, eq, gte, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, members, projects, tasks, timeEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import { day, id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { timeStatuses } from "./schema"

export const timeEntryList = listInput(["date", "createdAt"], {
  projectId: id.optional(),
  taskId: id.optional(),
  clientId: id.optional(),
  memberId: z.union([z.literal("me"), id]).optional(),
  status: z.array(z.enum(timeStatuses)).optional(),
  from: day.optional(),
  until: day.optional(),
  billable: z.boolean().optional(),
  invoiced: z.boolean().optional(),
})

const itsProject = and(eq(projects.firmId, timeEntries.firmId), eq(projects.id, timeEntries.projectId))
const itsTask = and(eq(tasks.firmId, timeEntries.firmId), eq(tasks.id, timeEntries.taskId))
const itsClient = and(eq(clients.firmId, timeEntries.firmId), eq(clients.id, timeEntries.clientId))
const itsMember = and(eq(members.firmId, timeEntries.firmId), eq(members.id, timeEntries.memberId))

/** Who may not see everybody's time sees their own, and the rest as if it didn't exist. */
const seenBy = (actor: Actor) =>
  actor.permissions.has("time:all") ? undefined : actor.id ? eq(timeEntries.memberId, actor.id) : isNull(timeEntries.id)

const withNames = (db: TenantDb, sortValue: SQL<string> = sql`''`) =>
  db
    .select({
      entry: timeEntries,
      projectName: projects.name,
      taskTitle: tasks.title,
      clientName: clients.name,
      memberName: members.name,
      sortValue,
    })
    .from(timeEntries)
    .innerJoin(projects, itsProject)
    .leftJoin(tasks, itsTask)
    .innerJoin(clients, itsClient)
    .innerJoin(members, itsMember)

type Named = Awaited<ReturnType<typeof withNames>>[number]
const flat = ({ entry, ...names }: Named) => ({ ...entry, ...names })

export function findTimeEntries(db: TenantDb, actor: Actor, input: z.output<typeof timeEntryList>) {
  const { q, projectId, taskId, clientId, memberId, status, from, until, billable, invoiced, ...asked } = input
  const member = memberId === "me" ? actor.id : memberId
  return pageOfRows(asked, {
    id: timeEntries.id,
    sorts: {
      date: { by: timeEntries.date, type: "date" },
      createdAt: { by: timeEntries.id, type: "uuid" },
    },
    fallback: "-date",
    where: and(
      seenBy(actor),
      projectId ? eq(timeEntries.projectId, projectId) : undefined,
      taskId ? eq(timeEntries.taskId, taskId) : undefined,
      clientId ? eq(timeEntries.clientId, clientId) : undefined,
      memberId ? (member ? eq(timeEntries.memberId, member) : isNull(timeEntries.id)) : undefined,
      status?.length ? inArray(timeEntries.status, status) : undefined,
      from ? gte(timeEntries.date, from) : undefined,
      until ? lte(timeEntries.date, until) : undefined,
      billable === undefined ? undefined : eq(timeEntries.billable, billable),
      invoiced === undefined ? undefined : invoiced ? isNotNull(timeEntries.invoiceId) : isNull(timeEntries.invoiceId),
      matches(q, timeEntries.description, projects.name, tasks.title, clients.name, members.name),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      withNames(db, sortValue)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(flat)),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(timeEntries)
        .innerJoin(projects, itsProject)
        .leftJoin(tasks, itsTask)
        .innerJoin(clients, itsClient)
        .innerJoin(members, itsMember)
        .where(where)
        .then(([row]) => row!.count),
  })
}

export async function timeEntryById(db: TenantDb, actor: Actor, entryId: string, { lock = false } = {}) {
  const [found] = await entriesById(db, actor, [entryId], { lock })
  if (!found) throw notFound("timeEntry")
  return found
}

/** In the order of their ids, so that two who lock some of the same wait for one another instead of for ever. */
export async function entriesById(db: TenantDb, actor: Actor, ids: string[], { lock = false } = {}) {
  const rows = withNames(db)
    .where(and(inArray(timeEntries.id, ids), seenBy(actor)))
    .orderBy(asc(timeEntries.id))
  return (await (lock ? rows.for("update", { of: timeEntries }) : rows)).map(flat)
}

export async function entriesBetween(db: TenantDb, memberId: string, from: string, until: string) {
  const rows = await withNames(db)
    .where(and(eq(timeEntries.memberId, memberId), between(timeEntries.date, from, until)))
    .orderBy(asc(timeEntries.date), asc(timeEntries.id))
  return rows.map(flat)
}

/** Projects that are not over, those of the person's own tasks first, with their open tasks. */
export async function workFor(db: TenantDb, memberId: string | null) {
  const open = await db
    .select({
      projectId: projects.id,
      projectName: projects.name,
      clientName: clients.name,
      currency: projects.currency,
      taskId: tasks.id,
      title: tasks.title,
      mine: sql<boolean>`coalesce(${tasks.assigneeId} = ${memberId}, false)`,
    })
    .from(projects)
    .innerJoin(clients, and(eq(clients.firmId, projects.firmId), eq(clients.id, projects.clientId)))
    .leftJoin(tasks, and(eq(tasks.firmId, projects.firmId), eq(tasks.projectId, projects.id), ne(tasks.status, "done")))
    .where(inArray(projects.status, ["planned", "active", "on_hold"]))
    .orderBy(asc(clients.name), asc(projects.name), asc(projects.id), asc(tasks.position), asc(tasks.id))
    .limit(2000)
  const found = Map.groupBy(open, ({ projectId }) => projectId)
  const mineFirst = (rows: typeof open) => (rows.some(({ mine }) => mine) ? 0 : 1)
  return [...found.values()]
    .sort((a, b) => mineFirst(a) - mineFirst(b))
    .map((rows) => {
      const { projectId, projectName, clientName, currency } = rows[0]!
      const its = rows.flatMap(({ taskId, title }) => (taskId && title !== null ? [{ id: taskId, title }] : []))
      return { projectId, projectName, clientName, currency, tasks: its }
    })
}
