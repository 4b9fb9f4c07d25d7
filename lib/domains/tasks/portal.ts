import { and, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { comments, projects, tasks } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { ourComment, ourNewComment, ourTask, readOut, taskStatuses } from "./schema"

const unread = sql<number>`(select count(*)::integer from comments c where c.firm_id = tasks.firm_id and c.task_id = tasks.id
  and c.author_kind = 'staff' and c.read_by_client_at is null)`

const columns = {
  id: tasks.id,
  projectId: tasks.projectId,
  title: tasks.title,
  description: tasks.description,
  status: tasks.status,
  dueOn: tasks.dueOn,
  completedAt: tasks.completedAt,
  createdAt: tasks.createdAt,
  unreadComments: unread,
}

export const listOurTasks = list({
  name: "tasks.listOurs",
  summary: "List the tasks of one of our projects",
  permission: "portal:read",
  rest: "GET /portal/projects/{id}/tasks",
  input: listInput(["position", "dueOn"], { id, status: z.array(z.enum(taskStatuses)).optional() }),
  item: ourTask,
  async run({ id: projectId, q, status, ...asked }, { db }) {
    if ((await db.$count(projects, eq(projects.id, projectId))) === 0) throw notFound("project")
    return pageOfRows(asked, {
      id: tasks.id,
      sorts: {
        position: { by: tasks.position, type: "integer" },
        dueOn: { by: sql`coalesce(${tasks.dueOn}, 'infinity'::date)`, type: "date" },
      },
      fallback: "position",
      where: and(
        eq(tasks.projectId, projectId),
        status?.length ? inArray(tasks.status, status) : undefined,
        matches(q, tasks.title),
      ),
      rows: ({ where, orderBy, limit, sortValue }) =>
        db
          .select({ ...columns, sortValue })
          .from(tasks)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit),
      count: (where: SQL | undefined) => db.$count(tasks, where),
    })
  },
})

export const readOurTask = query({
  name: "tasks.readOurs",
  summary: "Read one of our tasks",
  permission: "portal:read",
  rest: "GET /portal/tasks/{id}",
  input: z.strictObject({ id }),
  output: ourTask,
  async run({ id: taskId }, { db }) {
    const [task] = await db.select(columns).from(tasks).where(eq(tasks.id, taskId))
    if (!task) throw notFound("task")
    return task
  },
})

export const listOurComments = list({
  name: "tasks.listOurComments",
  summary: "List comments on our tasks",
  permission: "portal:read",
  rest: "GET /portal/comments",
  input: listInput(["createdAt"], { taskId: id.optional() }),
  item: ourComment,
  async run({ taskId, q, ...asked }, { db }) {
    if (taskId) await place(db, taskId)
    return pageOfRows(asked, {
      id: comments.id,
      sorts: { createdAt: { by: comments.createdAt, type: "timestamptz" } },
      fallback: "createdAt",
      where: and(taskId ? eq(comments.taskId, taskId) : undefined, matches(q, comments.body, comments.authorName)),
      rows: ({ where, orderBy, limit, sortValue }) =>
        db
          .select({
            id: comments.id,
            taskId: comments.taskId,
            authorKind: comments.authorKind,
            authorName: comments.authorName,
            body: comments.body,
            readByFirmAt: comments.readByFirmAt,
            readByClientAt: comments.readByClientAt,
            createdAt: comments.createdAt,
            sortValue,
          })
          .from(comments)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit),
      count: (where: SQL | undefined) => db.$count(comments, where),
    })
  },
})

export const createOurComment = mutation({
  name: "tasks.commentAsClient",
  summary: "Comment on one of our tasks",
  permission: "portal:write",
  rest: "POST /portal/comments",
  input: ourNewComment,
  output: ourComment,

  async run({ taskId, body }, { db, actor, record }) {
    const task = await place(db, taskId)
    const at = now().toISOString()
    const comment = {
      id: newId(),
      taskId,
      ...task,
      authorKind: "client" as const,
      authorId: actor.id!,
      authorName: actor.name,
      body,
      readByFirmAt: null,
      readByClientAt: at,
      createdAt: at,
    }
    await db.insert(comments).values(comment)
    record("comment.added", { id: comment.id, clientId: task.clientId })
    record("task.commented", { id: taskId, clientId: task.clientId })
    return comment
  },
})

export const markOurCommentsRead = mutation({
  name: "tasks.markReadAsClient",
  summary: "Mark comments as read, up to this one",
  permission: "portal:read",
  rest: "POST /portal/comments/{id}/mark-read",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: readOut,

  async run({ id: commentId }, { db, record }) {
    const [comment] = await db
      .select({ taskId: comments.taskId, clientId: comments.clientId, createdAt: comments.createdAt })
      .from(comments)
      .where(eq(comments.id, commentId))
    if (!comment) throw notFound("comment")
    const read = await db
      .update(comments)
      .set({ readByClientAt: now().toISOString() })
      .where(
        and(
          eq(comments.taskId, comment.taskId),
          eq(comments.authorKind, "staff"),
          isNull(comments.readByClientAt),
          lte(comments.createdAt, comment.createdAt),
        ),
      )
      .returning({ id: comments.id })
    if (read.length > 0) record("task.commentsRead", { id: comment.taskId, clientId: comment.clientId })
    return { read: read.length }
  },
})

/** Where a comment belongs; a task that isn't shown to the client is as if it didn't exist. */
async function place(db: TenantDb, taskId: string) {
  const [task] = await db
    .select({ projectId: tasks.projectId, clientId: tasks.clientId })
    .from(tasks)
    .where(eq(tasks.id, taskId))
  if (!task) throw notFound("task")
  return task
}
