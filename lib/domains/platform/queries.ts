import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { z } from "zod"
import { platformFirms } from "@/db/schema/platform"
import type { TenantDb } from "@/db/tenant"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"

export const platformFirmList = listInput(["name", "createdAt", "lastActiveAt"], {
  state: z.enum(["active", "suspended"]).optional(),
})

const states = { active: isNull(platformFirms.suspendedAt), suspended: isNotNull(platformFirms.suspendedAt) }

export function findPlatformFirms(db: TenantDb, { q, state, ...asked }: z.output<typeof platformFirmList>) {
  return pageOfRows(asked, {
    id: platformFirms.id as PgColumn,
    sorts: {
      name: { by: sql`${platformFirms.name}`, type: "text" },
      createdAt: { by: sql`${platformFirms.createdAt}`, type: "timestamptz" },
      lastActiveAt: { by: sql`coalesce(${platformFirms.lastActiveAt}, '-infinity')`, type: "timestamptz" },
    },
    fallback: "name",
    where: and(
      state && states[state],
      matches(q, sql`${platformFirms.name}`, sql`${platformFirms.subdomain}`, sql`${platformFirms.portalDomain}`),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...columns, sortValue })
        .from(platformFirms)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where: SQL | undefined) => db.$count(platformFirms, where),
  })
}

const columns = {
  id: platformFirms.id,
  name: platformFirms.name,
  subdomain: platformFirms.subdomain,
  portalDomain: platformFirms.portalDomain,
  currency: platformFirms.currency,
  createdAt: platformFirms.createdAt,
  suspendedAt: platformFirms.suspendedAt,
  members: platformFirms.members,
  clients: platformFirms.clients,
  projects: platformFirms.projects,
  invoices: platformFirms.invoices,
  lastActiveAt: platformFirms.lastActiveAt,
}

export async function platformFirmById(db: TenantDb, firmId: string) {
  const [firm] = await db.select(columns).from(platformFirms).where(eq(platformFirms.id, firmId))
  if (!firm) throw notFound("firm")
  return firm
}

type Row = { task: string; waiting: string; running: string; dead: string; oldest: string | null }

/** What the queue holds, by kind of work, over all firms. */
export async function jobsByTask(db: TenantDb) {
  const rows = await db.execute<Row>(sql`select task, waiting, running, dead,
    to_char(oldest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as oldest from platform.jobs()`)
  return rows.map((row) => ({
    ...row,
    waiting: Number(row.waiting),
    running: Number(row.running),
    dead: Number(row.dead),
  }))
}
