import { and, desc, eq, or, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { auditEvents, auditSeals } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import type { Anchor } from "@/lib/platform/audit-anchor"

export const auditList = listInput(["at"], {
  subjectId: id.optional(),
  clientId: id.optional(),
  actorId: id.optional(),
  name: z.string().max(100).optional(),
})

export function findAuditEvents(
  db: TenantDb,
  { q, subjectId, clientId, actorId, name, ...asked }: z.output<typeof auditList>,
) {
  const where = and(
    subjectId ? eq(auditEvents.subjectId, subjectId) : undefined,
    clientId ? eq(auditEvents.clientId, clientId) : undefined,
    actorId ? eq(auditEvents.actorId, actorId) : undefined,
    name ? eq(auditEvents.name, name) : undefined,
    matches(q, auditEvents.name, auditEvents.actorName),
  )
  return pageOfRows(asked, {
    id: auditEvents.id,
    sorts: { at: { by: auditEvents.at, type: "timestamptz" } },
    fallback: "-at",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ event: auditEvents, sortValue })
        .from(auditEvents)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ event, sortValue }) => ({ ...event, sortValue }))),
    count: (where: SQL | undefined) => db.$count(auditEvents, where),
  })
}

/** Everything that happened to a record, newest first; for a client also what happened to what is theirs. */
export function timelineOf(db: TenantDb, subjectId: string, limit = 50) {
  return db
    .select()
    .from(auditEvents)
    .where(or(eq(auditEvents.subjectId, subjectId), eq(auditEvents.clientId, subjectId)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit)
}

type Chain = { sealed: string; unsealed: string; brokenAt: string | null; head: string | null }

export async function verifyChain(db: TenantDb) {
  const [row] = await db.execute<Chain>(
    sql`select sealed, unsealed, broken_at as "brokenAt", head from app.verify_audit()`,
  )
  const brokenAt = row!.brokenAt === null ? null : Number(row!.brokenAt)
  return {
    intact: brokenAt === null,
    sealed: Number(row!.sealed),
    unsealed: Number(row!.unsealed),
    brokenAt,
    head: row!.head,
  }
}

/** Whether the chain still holds what it held when its end was written down outside. */
export async function holdsAnchor(db: TenantDb, { seq, hash }: Pick<Anchor, "seq" | "hash">) {
  const [seal] = await db.select({ hash: auditSeals.hash }).from(auditSeals).where(eq(auditSeals.seq, seq))
  return seal?.hash === hash
}
