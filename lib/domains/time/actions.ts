"use server"

import { action, formOf } from "@/lib/kernel/action"
import type { FormState } from "@/lib/kernel/form-state"
import { approveTime, reopenTime, submitTime } from "./operations/approval"
import { createTimeEntry, deleteTimeEntry, updateTimeEntry } from "./operations/entries"

const week = ({ date }: { date: string }) => `/time?on=${date}`

const create = action(createTimeEntry)
const update = action(updateTimeEntry, { to: (entry) => `${week(entry)}&done=saved` })

export const createTimeEntryAction = async (state: FormState, form: FormData) =>
  aboutWork(await create(state, named(formOf(form))))
export const updateTimeEntryAction = async (state: FormState, form: FormData) =>
  aboutWork(await update(state, named(formOf(form))))
export const deleteTimeEntryAction = action(deleteTimeEntry, { to: (entry) => `${week(entry)}&done=timeDeleted` })
export const submitTimeAction = action(submitTime)
export const approveTimeAction = action(approveTime)
export const reopenTimeAction = action(reopenTime)

/** The form chooses project and task in one field, `<project>` or `<project>:<task>`. */
function named(form: FormData): FormData {
  const [projectId = "", taskId = ""] = String(form.get("work") ?? "").split(":")
  form.set("projectId", projectId)
  form.set("taskId", taskId)
  return form
}

function aboutWork({ fields: { projectId, taskId, ...fields }, ...state }: FormState): FormState {
  const work = [...(projectId ?? []), ...(taskId ?? [])]
  return { ...state, fields: work.length > 0 ? { work, ...fields } : fields }
}
