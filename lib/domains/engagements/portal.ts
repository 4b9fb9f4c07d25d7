import { and, eq, type SQL, sql } from "drizzle-orm"
import { engagementRevisions, engagements } from "@/db/schema"
import { id } from "@/lib/kernel/fields"
import { list } from "@/lib/kernel/operation"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { historyEntry } from "./schema"

const itsEngagement = and(
  eq(engagements.firmId, engagementRevisions.firmId),
  eq(engagements.id, engagementRevisions.engagementId),
)

/** What was agreed and how it changed, newest first, as the client sees it. */
export const listOurEngagementHistory = list({
  name: "engagements.listOurHistory",
  summary: "List what was agreed and how it changed",
  permission: "portal:read",
  rest: "GET /portal/engagement-history",
  input: listInput(["createdAt"], { engagementId: id.optional() }),
  item: historyEntry,
  run: ({ q, engagementId, ...asked }, { db }) =>
    pageOfRows(asked, {
      id: engagementRevisions.id,
      sorts: { createdAt: { by: engagementRevisions.createdAt, type: "timestamptz" } },
      fallback: "-createdAt",
      where: and(
        engagementId ? eq(engagementRevisions.engagementId, engagementId) : undefined,
        matches(q, engagementRevisions.summary, engagements.name),
      ),
      rows: ({ where, orderBy, limit, sortValue }) =>
        db
          .select({
            id: engagementRevisions.id,
            engagementId: engagementRevisions.engagementId,
            engagementName: engagements.name,
            engagementStatus: engagements.status,
            revision: engagementRevisions.revision,
            summary: engagementRevisions.summary,
            contractId: engagementRevisions.contractId,
            createdAt: engagementRevisions.createdAt,
            sortValue,
          })
          .from(engagementRevisions)
          .innerJoin(engagements, itsEngagement)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit),
      count: (where: SQL | undefined) =>
        db
          .select({ count: sql<number>`count(*)::integer` })
          .from(engagementRevisions)
          .innerJoin(engagements, itsEngagement)
          .where(where)
          .then(([row]) => row!.count),
    }),
})
