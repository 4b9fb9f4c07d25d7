import { and, asc, between, desc, eq, gte, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, members, projects, tasks, timeEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import { type Choice, choiceLimit, mostChoices } from "@/lib/kernel/choices"
import { day, id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { workKey } from "./rules"
import { timeStatuses, type workQuery } from "./schema"

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
      projectName: always(projects.name),
      taskTitle: tasks.title,
      clientName: always(clients.name),
      memberName: always(members.name),
      sortValue,
    })
    .from(timeEntries)
    .leftJoin(projects, itsProject)
    .leftJoin(tasks, itsTask)
    .leftJoin(clients, itsClient)
    .leftJoin(members, itsMember)

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
        .leftJoin(projects, itsProject)
        .leftJoin(tasks, itsTask)
        .leftJoin(clients, itsClient)
        .leftJoin(members, itsMember)
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

const half = mostChoices / 2
const opened = inArray(projects.status, ["planned", "active", "on_hold"])
const undone = ne(tasks.status, "done")
const unchosen = { taskId: sql<string | null>`null`, title: sql<string>`''` }
const named = { projectId: projects.id, projectName: projects.name, clientName: clients.name }
const ofProject = and(eq(clients.firmId, projects.firmId), eq(clients.id, projects.clientId))

const projectsToWorkOn = (db: TenantDb, where: SQL | undefined, limit = half) =>
  db
    .select({ ...named, ...unchosen })
    .from(projects)
    .innerJoin(clients, ofProject)
    .where(where)
    .orderBy(desc(projects.id))
    .limit(limit)

const tasksToWorkOn = (db: TenantDb, where: SQL | undefined, limit = half) =>
  db
    .select({ ...named, taskId: tasks.id, title: tasks.title })
    .from(tasks)
    .innerJoin(projects, and(eq(projects.firmId, tasks.firmId), eq(projects.id, tasks.projectId)))
    .innerJoin(clients, ofProject)
    .where(where)
    .orderBy(asc(tasks.position), asc(tasks.id))
    .limit(limit)

type Choosing = z.output<typeof workQuery>

/** What time can be recorded on: projects, and below each its open tasks, as one choice. */
export async function workChoices(db: TenantDb, memberId: string | null, asked: Choosing): Promise<Choice[]> {
  const [offered, chosen] = await Promise.all([
    asked.q || asked.only || asked.all ? workFound(db, asked) : likelyWork(db, memberId),
    asked.q ? [] : workChosen(db, asked),
  ])
  const rows = [...chosen, ...offered].map(({ projectId, projectName, clientName, taskId, title }) => ({
    projectId,
    value: workKey({ projectId, taskId })!,
    label: taskId ? `${projectName}: ${title}` : projectName,
    hint: clientName,
  }))
  const unique = new Map(rows.map((row) => [row.value, row]))
  return [...Map.groupBy(unique.values(), ({ projectId }) => projectId).values()].flat()
}

async function workFound(db: TenantDb, { q, projectId, only, all }: Choosing) {
  const limit = choiceLimit({ all }, half)
  const within = and(opened, only && projectId ? eq(projects.id, projectId) : undefined)
  const [its, theirTasks] = await Promise.all([
    projectsToWorkOn(db, and(within, matches(q, projects.name, clients.name)), limit),
    tasksToWorkOn(db, and(within, undone, matches(q, tasks.title, projects.name, clients.name)), limit),
  ])
  return [...its, ...theirTasks]
}

async function workChosen(db: TenantDb, { projectId, taskId, only }: Choosing) {
  if (!projectId || only) return []
  const [its, theirTasks] = await Promise.all([
    projectsToWorkOn(db, eq(projects.id, projectId)),
    taskId ? tasksToWorkOn(db, and(eq(tasks.id, taskId), eq(tasks.projectId, projectId))) : [],
  ])
  return [...its, ...theirTasks]
}

/** What the person has recorded last and has tasks in, then the newest. */
async function likelyWork(db: TenantDb, memberId: string | null) {
  const latest = memberId ? await lastWorkedOn(db, memberId) : []
  const [worked, newest, own] = await Promise.all([
    latest.length > 0 ? projectsToWorkOn(db, and(opened, inArray(projects.id, latest))) : [],
    projectsToWorkOn(db, opened),
    memberId ? tasksToWorkOn(db, and(opened, undone, eq(tasks.assigneeId, memberId))) : [],
  ])
  const place = (id: string) => latest.indexOf(id)
  worked.sort((one, other) => place(one.projectId) - place(other.projectId))
  const mine = own.map((row) => ({ ...row, ...unset }))
  return [...worked, ...mine, ...newest].slice(0, half).concat(own)
}

const unset = { taskId: null, title: "" }

async function lastWorkedOn(db: TenantDb, memberId: string): Promise<string[]> {
  const rows = await db
    .select({ projectId: timeEntries.projectId })
    .from(timeEntries)
    .where(eq(timeEntries.memberId, memberId))
    .orderBy(desc(timeEntries.date))
    .limit(200)
  return [...new Set(rows.map(({ projectId }) => projectId))].slice(0, half)
}
