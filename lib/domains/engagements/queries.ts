import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, contracts, engagementRevisions, engagements } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { invalidField, notFound } from "@/lib/kernel/refusal"
import { engagementStatuses } from "./schema"

export const engagementList = listInput(["name", "createdAt"], {
  clientId: id.optional(),
  status: z.enum(engagementStatuses).optional(),
})

const itsClient = and(eq(clients.firmId, engagements.firmId), eq(clients.id, engagements.clientId))

export function findEngagements(db: TenantDb, { q, clientId, status, ...asked }: z.output<typeof engagementList>) {
  return pageOfRows(asked, {
    id: engagements.id,
    sorts: { name: { by: engagements.name, type: "text" }, createdAt: { by: engagements.id, type: "uuid" } },
    fallback: "-createdAt",
    where: and(
      clientId ? eq(engagements.clientId, clientId) : undefined,
      status ? eq(engagements.status, status) : undefined,
      matches(q, engagements.name, clients.name),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ engagement: engagements, clientName: always(clients.name), sortValue })
        .from(engagements)
        .leftJoin(clients, itsClient)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ engagement, ...more }) => ({ ...engagement, ...more }))),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(engagements)
        .leftJoin(clients, itsClient)
        .where(where)
        .then(([row]) => row!.count),
  })
}

export async function engagementById(db: TenantDb, engagementId: string, { lock = false } = {}) {
  const rows = db
    .select({ engagement: engagements, clientName: always(clients.name) })
    .from(engagements)
    .leftJoin(clients, itsClient)
    .where(eq(engagements.id, engagementId))
  const [found] = await (lock ? rows.for("update", { of: engagements }) : rows)
  if (!found) throw notFound("engagement")
  return { ...found.engagement, clientName: found.clientName }
}

/** Newest first. */
export const revisionsOf = (db: TenantDb, engagementId: string) =>
  db
    .select()
    .from(engagementRevisions)
    .where(eq(engagementRevisions.engagementId, engagementId))
    .orderBy(desc(engagementRevisions.revision))

/** A contract that an engagement rests on is its own client's. */
export async function requireContractOf(db: TenantDb, clientId: string, contractId: string | null | undefined) {
  if (!contractId) return
  const its = and(eq(contracts.id, contractId), eq(contracts.clientId, clientId))
  if ((await db.$count(contracts, its)) === 0) throw invalidField("contractId", "engagements.refusals.otherContract")
}
