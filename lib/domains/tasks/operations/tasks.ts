import { eq, max } from "drizzle-orm"
import { z } from "zod"
import { comments, tasks, timeEntries } from "@/db/schema"
import { activeMember, projectById } from "@/lib/domains/projects/queries"
import { changedFields } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { findTasks, taskById, taskList, tasksOfProject } from "../queries"
import { completedAt, seenByClient } from "../rules"
import { newTask, taskChange, taskOut } from "../schema"

export const listTasks = list({
  name: "tasks.list",
  summary: "List tasks",
  permission: "projects:read",
  rest: "GET /projects/tasks",
  input: taskList,
  item: taskOut,
  run: (input, { db, actor }) => findTasks(db, actor, input),
})

export const listTasksOfProject = list({
  name: "tasks.listOfProject",
  summary: "List a project's tasks",
  permission: "projects:read",
  rest: "GET /projects/projects/{id}/tasks",
  input: tasksOfProject,
  item: taskOut,
  async run({ id: projectId, ...input }, { db, actor }) {
    await projectById(db, projectId)
    return findTasks(db, actor, { ...input, projectId })
  },
})

export const readTask = query({
  name: "tasks.read",
  summary: "Read a task",
  permission: "projects:read",
  rest: "GET /projects/tasks/{id}",
  input: z.strictObject({ id }),
  output: taskOut,
  run: ({ id }, { db }) => taskById(db, id),
})

export const createTask = mutation({
  name: "tasks.create",
  summary: "Add a task to a project",
  permission: "tasks:write",
  rest: "POST /projects/projects/{id}/tasks",
  place: "/projects/tasks",
  status: 201,
  input: newTask,
  output: taskOut,

  async run({ id: projectId, ...input }, { db, record }) {
    const project = await projectById(db, projectId)
    if (project.status === "cancelled") throw conflict("tasks.refusals.cancelled", { name: project.name })
    const assignee = input.assigneeId ? await activeMember(db, input.assigneeId) : null
    const [last] = await db
      .select({ position: max(tasks.position) })
      .from(tasks)
      .where(eq(tasks.projectId, projectId))
    const [task] = await db
      .insert(tasks)
      .values({
        ...input,
        projectId,
        clientId: project.clientId,
        position: (last?.position ?? -1) + 1,
        completedAt: input.status === "done" ? now().toISOString() : null,
      })
      .returning()
    record("task.created", seenByClient(task!))
    if (assignee) record("task.assigned", { id: task!.id })
    const { name: projectName, clientName } = project
    return { ...task!, projectName, clientName, assigneeName: assignee?.name ?? null }
  },
})

export const updateTask = mutation({
  name: "tasks.update",
  summary: "Change a task",
  permission: "tasks:write",
  rest: "PATCH /projects/tasks/{id}",
  input: taskChange,
  output: taskOut,

  async run({ id, ...changes }, { db, record, expect }) {
    const before = await taskById(db, id, { lock: true })
    expect(before)
    const reassigned = changes.assigneeId && changes.assigneeId !== before.assigneeId
    if (reassigned) await activeMember(db, changes.assigneeId!)
    const status = changes.status ?? before.status
    await db
      .update(tasks)
      .set({ ...changes, completedAt: completedAt(before, status, now().toISOString()) })
      .where(eq(tasks.id, id))
    const task = await taskById(db, id)
    const event = status === "done" && before.status !== "done" ? "task.completed" : "task.updated"
    record(event, seenByClient(task, before), changedFields(before, { ...task, assigneeName: before.assigneeName }))
    if (reassigned) record("task.assigned", { id })
    return task
  },
})

export const deleteTask = mutation({
  name: "tasks.delete",
  summary: "Delete a task",
  permission: "tasks:write",
  rest: "DELETE /projects/tasks/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: taskOut,

  async run({ id }, { db, record, expect }) {
    const task = await taskById(db, id, { lock: true })
    expect(task)
    if ((await db.$count(timeEntries, eq(timeEntries.taskId, id))) > 0)
      throw conflict("tasks.refusals.hasTime", { title: task.title })
    await db.delete(comments).where(eq(comments.taskId, id))
    await db.delete(tasks).where(eq(tasks.id, id))
    record("task.deleted", seenByClient(task))
    return task
  },
})
