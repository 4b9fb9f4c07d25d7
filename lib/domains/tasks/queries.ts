import { and, eq, inArray, isNull, lt, ne, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, comments, members, projects, tasks } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
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
const columns = { task: tasks, projectName: projects.name, clientName: clients.name, assigneeName: members.name }
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
        .innerJoin(projects, itsProject)
        .innerJoin(clients, itsClient)
        .leftJoin(members, itsAssignee)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ task, ...more }) => ({ ...task, ...more }))),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(tasks)
        .innerJoin(projects, itsProject)
        .innerJoin(clients, itsClient)
        .where(where)
        .then(([row]) => row!.count),
  })
}

export async function taskById(db: TenantDb, taskId: string, { lock = false } = {}) {
  const rows = db
    .select(columns)
    .from(tasks)
    .innerJoin(projects, itsProject)
    .innerJoin(clients, itsClient)
    .leftJoin(members, itsAssignee)
    .where(eq(tasks.id, taskId))
  const [found] = await (lock ? rows.for("update", { of: tasks }) : rows)
  if (!found) throw notFound("task")
  const { task, ...names } = found
  return { ...task, ...names }
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
