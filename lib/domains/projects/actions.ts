"use server"

import { action } from "@/lib/kernel/action"
import { createProject, deleteProject, updateProject } from "./operations"

export const createProjectAction = action(createProject, { to: ({ id }) => `/projects/${id}?done=projectCreated` })
export const updateProjectAction = action(updateProject, { to: ({ id }) => `/projects/${id}?done=saved` })
export const deleteProjectAction = action(deleteProject, { to: () => "/projects?done=projectDeleted" })
export const moveProjectAction = action(updateProject)
