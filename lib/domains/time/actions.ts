"use server"

import { action } from "@/lib/kernel/action"
import { approveTime, reopenTime, submitTime } from "./operations/approval"
import { createTimeEntry, deleteTimeEntry, updateTimeEntry } from "./operations/entries"

const week = ({ date }: { date: string }) => `/time?week=${date}`

export const createTimeEntryAction = action(createTimeEntry)
export const updateTimeEntryAction = action(updateTimeEntry, { to: (entry) => `${week(entry)}&done=saved` })
export const deleteTimeEntryAction = action(deleteTimeEntry, { to: (entry) => `${week(entry)}&done=timeDeleted` })
export const submitTimeAction = action(submitTime)
export const approveTimeAction = action(approveTime)
export const reopenTimeAction = action(reopenTime)
