import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { examination, list, query } from "@/lib/kernel/operation"
import { readAnchor } from "@/lib/platform/audit-anchor"
import { log } from "@/lib/platform/log"
import { auditList, findAuditEvents, holdsAnchor, timelineOf, verifyChain } from "./queries"
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

/** The chain is walked in the database, its end compared with what was written down outside of it. */
export const verifyAudit = examination({
  name: "audit.verify",
  summary: "Check the audit trail's hash chain",
  permission: "audit:read",
  rest: "GET /audit/verify",
  input: z.strictObject({}),
  output: verifyOut,
  run: async (_input, { db, actor }) => ({ firmId: actor.firmId, chain: await verifyChain(db) }),
  call: ({ firmId }) =>
    readAnchor(firmId).catch((error: Error) => {
      log.warn(error, "the anchor of an audit chain can't be read")
      return null
    }),
  async settle({ chain }, anchor, { db }) {
    if (anchor === null) return { ...chain, anchoredAt: null }
    if (anchor === "forged")
      return { ...chain, anchoredAt: null, intact: false, brokenAt: chain.brokenAt ?? chain.sealed }
    const held = await holdsAnchor(db, anchor)
    return {
      ...chain,
      anchoredAt: anchor.at,
      ...(!held && { intact: false, brokenAt: chain.brokenAt ?? anchor.seq }),
    }
  },
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
