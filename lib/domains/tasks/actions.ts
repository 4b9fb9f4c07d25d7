"use server"

import { action } from "@/lib/kernel/action"
import { createComment, markCommentsRead } from "./operations/comments"
import { moveTask } from "./operations/moving"
import { createTask, deleteTask, updateTask } from "./operations/tasks"
import { createOurComment, markOurCommentsRead } from "./portal"

export const createTaskAction = action(createTask)
export const updateTaskAction = action(updateTask, { to: ({ id }) => `/tasks/${id}?done=saved` })
export const setTaskStatusAction = action(updateTask)
export const moveTaskAction = action(moveTask)
export const deleteTaskAction = action(deleteTask, {
  to: ({ projectId }) => `/projects/${projectId}?tab=tasks&done=taskDeleted`,
})
export const createCommentAction = action(createComment)
export const markCommentsReadAction = action(markCommentsRead)
export const createOurCommentAction = action(createOurComment)
export const markOurCommentsReadAction = action(markOurCommentsRead)
