import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { list, query } from "@/lib/kernel/operation"
import { auditList, findAuditEvents, timelineOf, verifyChain } from "./queries"
import { auditEventOut, verifyOut } from "./schema"

export const listAuditEvents = list({
  name: "audit.list",
  summary: "List what happened in the firm",
  permission: "audit:read",
  rest: "GET /audit/events",
  input: auditList,
  item: auditEventOut,
  run: (input, { db }) => findAuditEvents(db, input),
})

export const verifyAudit = query({
  name: "audit.verify",
  summary: "Check the audit trail's hash chain",
  permission: "audit:read",
  rest: "GET /audit/verify",
  input: z.strictObject({}),
  output: verifyOut,
  run: (_input, { db }) => verifyChain(db),
})

/** The timeline on a record's page: who may read the firm's work may read what was done to it. */
export const readTimeline = query({
  name: "audit.timeline",
  summary: "Read a record's history",
  permission: "firm:read",
  input: z.strictObject({ subjectId: id }),
  output: z.object({ events: z.array(auditEventOut.omit({ requestId: true, operation: true })) }),
  run: async ({ subjectId }, { db }) => ({ events: await timelineOf(db, subjectId) }),
})
