import { and, desc, eq, inArray, isNull, lt, ne, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { auditEvents, clients, comments, members, projects, tasks } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { taskPriorities, taskStatuses } from "./schema"

const sorts = ["position", "dueOn", "title", "priority", "createdAt"] as const
const filters = {
  status: z.array(z.enum(taskStatuses)).optional(),
  priority: z.enum(taskPriorities).optional(),
  assigneeId: z.union([z.literal("me"), id]).optional(),
  clientVisible: z.boolean().optional(),
  overdue: z.boolean().optional(),
}
export const taskList = listInput(sorts, { ...filters, projectId: id.optional(), clientId: id.optional() })
/** `id` is the project's. */
export const tasksOfProject = listInput(sorts, { ...filters, id })

const itsProject = and(eq(projects.firmId, tasks.firmId), eq(projects.id, tasks.projectId))
const itsClient = and(eq(clients.firmId, tasks.firmId), eq(clients.id, tasks.clientId))
const itsAssignee = and(eq(members.firmId, tasks.firmId), eq(members.id, tasks.assigneeId))
const columns = {
  task: tasks,
  projectName: always(projects.name),
  clientName: always(clients.name),
  assigneeName: members.name,
}
const urgency = sql`array_position(array['urgent', 'high', 'normal', 'low'], ${tasks.priority})`

export function findTasks(db: TenantDb, actor: Actor, input: z.output<typeof taskList>) {
  const { q, status, priority, assigneeId, clientVisible, overdue, projectId, clientId, ...asked } = input
  const assignee = assigneeId === "me" ? actor.id : assigneeId
  const late = and(ne(tasks.status, "done"), lt(tasks.dueOn, today(actor.timeZone)))
  return pageOfRows(asked, {
    id: tasks.id,
    sorts: {
      position: { by: tasks.position, type: "integer" },
      dueOn: { by: sql`coalesce(${tasks.dueOn}, 'infinity'::date)`, type: "date" },
      title: { by: tasks.title, type: "text" },
      priority: { by: urgency, type: "integer" },
      createdAt: { by: tasks.id, type: "uuid" },
    },
    fallback: projectId ? "position" : "dueOn",
    where: and(
      status?.length ? inArray(tasks.status, status) : undefined,
      priority ? eq(tasks.priority, priority) : undefined,
      assigneeId ? (assignee ? eq(tasks.assigneeId, assignee) : isNull(tasks.id)) : undefined,
      clientVisible === undefined ? undefined : eq(tasks.clientVisible, clientVisible),
      overdue === undefined ? undefined : overdue ? late : sql`not coalesce((${late}), false)`,
      projectId ? eq(tasks.projectId, projectId) : undefined,
      clientId ? eq(tasks.clientId, clientId) : undefined,
      matches(q, tasks.title, projects.name, clients.name),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...columns, sortValue })
        .from(tasks)
        .leftJoin(projects, itsProject)
        .leftJoin(clients, itsClient)
        .leftJoin(members, itsAssignee)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ task, ...more }) => ({ ...task, ...more }))),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(tasks)
        .leftJoin(projects, itsProject)
        .leftJoin(clients, itsClient)
        .where(where)
        .then(([row]) => row!.count),
  })
}

export async function taskById(db: TenantDb, taskId: string, { lock = false } = {}) {
  const task = await findTask(db, taskId, { lock })
  if (!task) throw notFound("task")
  return task
}

/** For what comes later, when the task may be gone. */
export async function findTask(db: TenantDb, taskId: string, { lock = false } = {}) {
  const rows = db
    .select(columns)
    .from(tasks)
    .leftJoin(projects, itsProject)
    .leftJoin(clients, itsClient)
    .leftJoin(members, itsAssignee)
    .where(eq(tasks.id, taskId))
  const [found] = await (lock ? rows.for("update", { of: tasks }) : rows)
  return found
    ? { ...found.task, projectName: found.projectName, clientName: found.clientName, assigneeName: found.assigneeName }
    : null
}

export const commentList = listInput(["createdAt"], { id })

export const findComments = (db: TenantDb, { id: taskId, q, ...asked }: z.output<typeof commentList>) =>
  pageOfRows(asked, {
    id: comments.id,
    sorts: { createdAt: { by: comments.createdAt, type: "timestamptz" } },
    fallback: "createdAt",
    where: and(eq(comments.taskId, taskId), matches(q, comments.body, comments.authorName)),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ comment: comments, sortValue })
        .from(comments)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ comment, sortValue }) => ({ ...comment, sortValue }))),
    count: (where: SQL | undefined) => db.$count(comments, where),
  })

export async function commentById(db: TenantDb, commentId: string) {
  const [comment] = await db.select().from(comments).where(eq(comments.id, commentId))
  return comment
}

const reachable = { id: members.id, email: members.email, name: members.name }

/** Who was given a task by somebody else in this event, unless it was given again since. */
export async function assignmentOf(db: TenantDb, event: { id: string; subjectId: string }) {
  const given = await db
    .select({ id: auditEvents.id, actorId: auditEvents.actorId, by: auditEvents.actorName })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, event.subjectId), eq(auditEvents.name, "task.assigned")))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1)
  const [last] = given
  if (last?.id !== event.id) return null
  const [assignee] = await db
    .select(reachable)
    .from(members)
    .innerJoin(tasks, itsAssignee)
    .where(and(eq(tasks.id, event.subjectId), eq(members.status, "active")))
  return assignee && assignee.id !== last.actorId ? { ...assignee, by: last.by } : null
}

/** Who answers for a task: its assignee and the project's manager, else the client's owner, else the firm's owners. */
export async function peopleOfTask(
  db: TenantDb,
  task: { assigneeId: string | null; projectId: string; clientId: string },
) {
  const [ofProject] = await db
    .select({ managerId: projects.managerId, ownerId: clients.ownerId })
    .from(projects)
    .innerJoin(clients, and(eq(clients.firmId, projects.firmId), eq(clients.id, projects.clientId)))
    .where(eq(projects.id, task.projectId))
  const closest = [task.assigneeId, ofProject?.managerId].filter((id) => id != null)
  for (const ids of [closest, [ofProject?.ownerId].filter((id) => id != null)]) {
    const people = ids.length > 0 ? await activePeople(db, inArray(members.id, ids)) : []
    if (people.length > 0) return people
  }
  return activePeople(db, eq(members.role, "owner"))
}

const activePeople = (db: TenantDb, which: SQL) =>
  db
    .select(reachable)
    .from(members)
    .where(and(which, eq(members.status, "active")))
