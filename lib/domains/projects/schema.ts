import { z } from "zod"
import { amount, currency, day, decimalOut, id, line, maybe, moment, prose } from "@/lib/kernel/fields"

export const projectStatuses = ["planned", "active", "on_hold", "completed", "cancelled"] as const
export type ProjectStatus = (typeof projectStatuses)[number]
export const billings = ["time_and_materials", "fixed", "retainer"] as const

export const projectOut = z
  .object({
    id,
    clientId: id,
    clientName: z.string(),
    engagementId: maybe(id),
    name: z.string(),
    description: z.string(),
    status: z.enum(projectStatuses),
    billing: z.enum(billings),
    budget: maybe(decimalOut),
    hourlyRate: maybe(decimalOut),
    currency: z.string(),
    startsOn: maybe(day),
    dueOn: maybe(day),
    managerId: maybe(id),
    managerName: maybe(z.string()),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Project" })
export type Project = z.output<typeof projectOut>

export const newProject = z.strictObject({
  clientId: id,
  engagementId: maybe(id).optional(),
  name: line(),
  description: prose(5000).default(""),
  status: z.enum(["planned", "active"]).default("planned"),
  billing: z.enum(billings).default("time_and_materials"),
  budget: maybe(amount).optional(),
  hourlyRate: maybe(amount).optional(),
  currency: currency.optional(),
  startsOn: maybe(day).optional(),
  dueOn: maybe(day).optional(),
  managerId: maybe(id).optional(),
})

export const projectChange = z.strictObject({
  id,
  name: line().optional(),
  description: prose(5000).optional(),
  status: z.enum(projectStatuses).optional(),
  billing: z.enum(billings).optional(),
  budget: maybe(amount).optional(),
  hourlyRate: maybe(amount).optional(),
  startsOn: maybe(day).optional(),
  dueOn: maybe(day).optional(),
  managerId: maybe(id).optional(),
})

/** What a project has cost and what of it can be invoiced, in its own currency. */
export const projectFigures = z
  .object({
    projectId: id,
    currency: z.string(),
    hours: decimalOut,
    billedAmount: decimalOut,
    unbilledHours: decimalOut,
    unbilledAmount: decimalOut,
  })
  .meta({ id: "ProjectFigures" })
export type ProjectFigures = z.output<typeof projectFigures>

export const memberOut = z.object({ id, name: z.string() }).meta({ id: "TeamMember" })

export const ourProject = z
  .object({
    id,
    name: z.string(),
    description: z.string(),
    status: z.enum(projectStatuses),
    startsOn: maybe(day),
    dueOn: maybe(day),
    taskCount: z.int(),
    doneCount: z.int(),
    createdAt: moment,
  })
  .meta({ id: "OurProject" })
export type OurProject = z.output<typeof ourProject>
