import { and, count, desc, eq, getColumns, inArray, notInArray, type SQL, sql, sum } from "drizzle-orm"
import { z } from "zod"
import { members, prospects } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { type Choice, choiceLimit } from "@/lib/kernel/choices"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { moneyString } from "@/lib/platform/money"
import { type Stage, stages } from "./schema"

export const prospectList = listInput(["companyName", "createdAt", "expectedCloseOn", "estimatedValue"], {
  stage: z.enum(stages).optional(),
  open: z.boolean().optional(),
  ownerId: id.optional(),
  clientId: id.optional(),
})

const joined = (db: TenantDb, sortValue: SQL<string> = sql<string>`''`) =>
  db
    .select({ ...getColumns(prospects), ownerName: members.name, sortValue })
    .from(prospects)
    .leftJoin(members, eq(members.id, prospects.ownerId))

const closed: Stage[] = ["won", "lost"]

export function findProspects(
  db: TenantDb,
  { q, stage, open, ownerId, clientId, ...asked }: z.output<typeof prospectList>,
) {
  const where = and(
    stage ? eq(prospects.stage, stage) : undefined,
    open === undefined ? undefined : open ? notInArray(prospects.stage, closed) : inArray(prospects.stage, closed),
    ownerId ? eq(prospects.ownerId, ownerId) : undefined,
    clientId ? eq(prospects.clientId, clientId) : undefined,
    matches(q, prospects.companyName, prospects.contactName, prospects.email),
  )
  return pageOfRows(asked, {
    id: prospects.id,
    sorts: {
      companyName: { by: prospects.companyName, type: "text" },
      createdAt: { by: prospects.id, type: "uuid" },
      expectedCloseOn: { by: sql`coalesce(${prospects.expectedCloseOn}, '9999-12-31'::date)`, type: "date" },
      estimatedValue: { by: sql`coalesce(${prospects.estimatedValue}, 0)`, type: "numeric" },
    },
    fallback: "-createdAt",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      joined(db, sortValue)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where) => db.$count(prospects, where),
  })
}

/** Whom a proposal can be written for: those found by their names, or else touched last. */
export async function prospectChoices(db: TenantDb, { q, all }: { q?: string; all: boolean }): Promise<Choice[]> {
  const found = await db
    .select({ value: prospects.id, label: prospects.companyName, hint: prospects.contactName })
    .from(prospects)
    .where(and(notInArray(prospects.stage, closed), matches(q, prospects.companyName, prospects.contactName)))
    .orderBy(desc(prospects.updatedAt), desc(prospects.id))
    .limit(choiceLimit({ all }))
  return found.sort((one, other) => one.label.localeCompare(other.label))
}

export async function prospectById(db: TenantDb, prospectId: string) {
  const [prospect] = await joined(db).where(eq(prospects.id, prospectId))
  if (!prospect) throw notFound("prospect")
  return prospect
}

/** Holds the row until the transaction ends. */
export async function lockProspect(db: TenantDb, prospectId: string) {
  const [prospect] = await db.select().from(prospects).where(eq(prospects.id, prospectId)).for("update")
  if (!prospect) throw notFound("prospect")
  return prospect
}

/** How many cards a column shows; its count and totals are of all. */
const cards = 50

export async function boardColumns(db: TenantDb) {
  const perStage = Promise.all(
    stages.map((stage) => joined(db).where(eq(prospects.stage, stage)).orderBy(desc(prospects.id)).limit(cards)),
  )
  const sums = await db
    .select({
      stage: prospects.stage,
      currency: prospects.currency,
      count: count(),
      amount: sum(prospects.estimatedValue),
    })
    .from(prospects)
    .groupBy(prospects.stage, prospects.currency)
    .orderBy(prospects.currency)
  const columns = await perStage
  return stages.map((stage, at) => {
    const own = sums.filter((row) => row.stage === stage)
    return {
      stage,
      count: own.reduce((all, row) => all + row.count, 0),
      totals: own
        .filter(({ amount }) => amount !== null)
        .map(({ currency, amount }) => ({ currency, amount: moneyString(amount!, currency) })),
      prospects: columns[at]!,
    }
  })
}
