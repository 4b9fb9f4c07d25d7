import { z } from "zod"
import { day, id, line, maybe, moment, prose } from "@/lib/kernel/fields"

export const engagementStatuses = ["active", "paused", "ended"] as const

export const engagementOut = z
  .object({
    id,
    clientId: id,
    clientName: z.string(),
    contractId: maybe(id),
    name: z.string(),
    status: z.enum(engagementStatuses),
    startsOn: maybe(day),
    endsOn: maybe(day),
    createdAt: moment,
    updatedAt: moment,
    version: z.int(),
  })
  .meta({ id: "Engagement" })
export type Engagement = z.output<typeof engagementOut>

const revisionOut = z.object({
  id,
  revision: z.int(),
  summary: z.string(),
  contractId: maybe(id),
  createdAt: moment,
})

export const engagementDetail = engagementOut
  .extend({ revisions: z.array(revisionOut) })
  .meta({ id: "EngagementWithHistory" })

const summary = prose(2000).min(1)

export const newEngagement = z.strictObject({
  clientId: id,
  name: line(),
  startsOn: maybe(day).optional(),
  endsOn: maybe(day).optional(),
  contractId: maybe(id).optional(),
  summary,
})

/** What changes, and in words what that means: every change is a revision that the client can read. */
export const engagementChange = z.strictObject({
  id,
  name: line().optional(),
  status: z.enum(engagementStatuses).optional(),
  startsOn: maybe(day).optional(),
  endsOn: maybe(day).optional(),
  contractId: maybe(id).optional(),
  summary,
})

export const historyEntry = z
  .object({
    id,
    engagementId: id,
    engagementName: z.string(),
    engagementStatus: z.enum(engagementStatuses),
    revision: z.int(),
    summary: z.string(),
    contractId: maybe(id),
    createdAt: moment,
  })
  .meta({ id: "EngagementHistoryEntry" })
export type HistoryEntry = z.output<typeof historyEntry>
