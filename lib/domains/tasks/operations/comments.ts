import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { comments } from "@/db/schema"
import { id } from "@/lib/kernel/fields"
import { list, mutation } from "@/lib/kernel/operation"
import { now } from "@/lib/platform/clock"
import { commentList, findComments, taskById } from "../queries"
import { seenByClient } from "../rules"
import { commentOut, newComment, readOut } from "../schema"

export const listComments = list({
  name: "tasks.listComments",
  summary: "List a task's comments",
  permission: "projects:read",
  rest: "GET /projects/tasks/{id}/comments",
  input: commentList,
  item: commentOut,
  async run(input, { db }) {
    await taskById(db, input.id)
    return findComments(db, input)
  },
})

export const createComment = mutation({
  name: "tasks.comment",
  summary: "Comment on a task",
  permission: "tasks:write",
  rest: "POST /projects/tasks/{id}/comments",
  status: 201,
  input: newComment,
  output: commentOut,

  async run({ id: taskId, body }, { db, actor, record }) {
    const task = await taskById(db, taskId, { lock: true })
    const at = now().toISOString()
    const [comment] = await db
      .insert(comments)
      .values({
        taskId,
        projectId: task.projectId,
        clientId: task.clientId,
        authorKind: "staff",
        authorId: actor.id ?? actor.keyId,
        authorName: actor.name,
        body,
        readByFirmAt: at,
        createdAt: at,
      })
      .returning()
    record("comment.added", { ...seenByClient(task), id: comment!.id })
    record("task.commented", seenByClient(task))
    return comment!
  },
})

export const markCommentsRead = mutation({
  name: "tasks.markCommentsRead",
  summary: "Mark a client's comments on a task as read",
  permission: "tasks:write",
  rest: "POST /projects/tasks/{id}/comments/mark-read",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: readOut,

  async run({ id: taskId }, { db, record }) {
    const task = await taskById(db, taskId)
    const read = await db
      .update(comments)
      .set({ readByFirmAt: now().toISOString() })
      .where(and(eq(comments.taskId, taskId), eq(comments.authorKind, "client"), isNull(comments.readByFirmAt)))
      .returning({ id: comments.id })
    if (read.length > 0) record("task.commentsRead", seenByClient(task))
    return { read: read.length }
  },
})
