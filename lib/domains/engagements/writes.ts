import { eq, max } from "drizzle-orm"
import { engagementRevisions } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { now } from "@/lib/platform/clock"

type Revised = { engagement: { id: string; clientId: string }; contractId?: string | null; summary: string }

/** Adds the next revision. The engagement's row must be new or locked, so that numbers follow one another. */
export async function addRevision(db: TenantDb, { engagement, contractId = null, summary }: Revised) {
  const [last] = await db
    .select({ revision: max(engagementRevisions.revision) })
    .from(engagementRevisions)
    .where(eq(engagementRevisions.engagementId, engagement.id))
  await db.insert(engagementRevisions).values({
    engagementId: engagement.id,
    clientId: engagement.clientId,
    contractId,
    revision: (last?.revision ?? 0) + 1,
    summary,
    createdAt: now().toISOString(),
  })
}
