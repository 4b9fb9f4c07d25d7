import { z } from "zod"
import { choiceQuery } from "@/lib/kernel/choices"
import { amount, day, decimalOut, id, maybe, moment, positiveAmount, prose } from "@/lib/kernel/fields"
import { hoursFromText } from "./rules"

export const timeStatuses = ["open", "submitted", "approved"] as const

export const timeEntryOut = z
  .object({
    id,
    projectId: id,
    projectName: z.string(),
    taskId: maybe(id),
    taskTitle: maybe(z.string()),
    clientId: id,
    clientName: z.string(),
    memberId: id,
    memberName: z.string(),
    date: day,
    hours: decimalOut,
    hourlyRate: decimalOut,
    currency: z.string(),
    description: z.string(),
    billable: z.boolean(),
    billedAmount: decimalOut,
    status: z.enum(timeStatuses),
    invoiceId: maybe(id),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "TimeEntry" })
export type TimeEntry = z.output<typeof timeEntryOut>

const hours = z
  .union([z.string().max(20).transform(hoursFromText), z.number()], { error: "kernel.field.number" })
  .pipe(positiveAmount)
  .refine((text) => !(Number(text) > 24), { error: "time.refusals.moreThanADay" })

export const newTimeEntry = z.strictObject({
  projectId: id,
  taskId: maybe(id).optional(),
  date: day,
  hours,
  hourlyRate: maybe(amount).optional(),
  description: prose(2000).default(""),
  billable: z.boolean().default(true),
  memberId: maybe(id).optional(),
})

export const timeEntryChange = z.strictObject({
  id,
  projectId: id.optional(),
  taskId: maybe(id).optional(),
  date: day.optional(),
  hours: hours.optional(),
  hourlyRate: amount.optional(),
  description: prose(2000).optional(),
  billable: z.boolean().optional(),
})

export const entryIds = z.strictObject({ ids: z.array(id).min(1).max(200) })
export const entriesOut = z.object({ items: z.array(timeEntryOut), count: z.int() }).meta({ id: "TimeEntries" })

export const workQuery = z.strictObject({
  ...choiceQuery,
  /** What is chosen, and is offered also when it is over. */
  projectId: id.optional(),
  taskId: id.optional(),
  /** Nothing but this project, if it isn't over, and its open tasks. */
  only: z.boolean().default(false),
})

export const weekOut = z
  .object({
    from: day,
    until: day,
    memberId: id,
    memberName: z.string(),
    hours: decimalOut,
    billableHours: decimalOut,
    days: z.array(z.object({ date: day, hours: decimalOut, entries: z.array(timeEntryOut) })),
  })
  .meta({ id: "TimeWeek" })
export type TimeWeek = z.output<typeof weekOut>
