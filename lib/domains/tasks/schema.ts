import { z } from "zod"
import { day, id, line, maybe, moment, prose } from "@/lib/kernel/fields"

export const taskStatuses = ["todo", "in_progress", "waiting", "done"] as const
export const taskPriorities = ["low", "normal", "high", "urgent"] as const

export const taskOut = z
  .object({
    id,
    projectId: id,
    projectName: z.string(),
    clientId: id,
    clientName: z.string(),
    title: z.string(),
    description: z.string(),
    status: z.enum(taskStatuses),
    priority: z.enum(taskPriorities),
    assigneeId: maybe(id),
    assigneeName: maybe(z.string()),
    dueOn: maybe(day),
    clientVisible: z.boolean(),
    position: z.int(),
    completedAt: maybe(moment),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Task" })
export type Task = z.output<typeof taskOut>

/** `id` is the project's: the path of the API names it so. */
export const newTask = z.strictObject({
  id,
  title: line(),
  description: prose(10_000).default(""),
  status: z.enum(taskStatuses).default("todo"),
  priority: z.enum(taskPriorities).default("normal"),
  assigneeId: maybe(id).optional(),
  dueOn: maybe(day).optional(),
  clientVisible: z.boolean().default(false),
})

export const taskChange = z.strictObject({
  id,
  title: line().optional(),
  description: prose(10_000).optional(),
  status: z.enum(taskStatuses).optional(),
  priority: z.enum(taskPriorities).optional(),
  assigneeId: maybe(id).optional(),
  dueOn: maybe(day).optional(),
  clientVisible: z.boolean().optional(),
  position: z.int().min(0).max(1_000_000).optional(),
})

/** Where on its project's board: the column, and the place in it counted without the task itself. */
export const taskMove = z.strictObject({
  id,
  status: z.enum(taskStatuses),
  index: z.int().min(0).max(10_000).default(0),
})

export const commentOut = z
  .object({
    id,
    taskId: id,
    authorKind: z.enum(["staff", "client"]),
    authorName: z.string(),
    body: z.string(),
    readByFirmAt: maybe(moment),
    readByClientAt: maybe(moment),
    createdAt: moment,
  })
  .meta({ id: "Comment" })
export type Comment = z.output<typeof commentOut>

const body = prose(10_000).min(1)

/** `id` is the task's: the path of the API names it so. */
export const newComment = z.strictObject({ id, body })
export const ourNewComment = z.strictObject({ taskId: id, body })
export const readOut = z.object({ read: z.int() }).meta({ id: "MarkedRead" })

export const ourTask = z
  .object({
    id,
    projectId: id,
    title: z.string(),
    description: z.string(),
    status: z.enum(taskStatuses),
    dueOn: maybe(day),
    completedAt: maybe(moment),
    unreadComments: z.int(),
    createdAt: moment,
  })
  .meta({ id: "OurTask" })
export type OurTask = z.output<typeof ourTask>

export const ourComment = commentOut
  .pick({ id: true, taskId: true, authorKind: true, authorName: true, body: true, createdAt: true })
  .extend({ readByFirmAt: maybe(moment), readByClientAt: maybe(moment) })
  .meta({ id: "OurComment" })
export type OurComment = z.output<typeof ourComment>
