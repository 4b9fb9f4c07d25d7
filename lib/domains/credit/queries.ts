import { and, asc, eq, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { clients, creditLedgerEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { currency, id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { Decimal, moneyString } from "@/lib/platform/money"

export const creditList = listInput(["createdAt"], {
  clientId: id.optional(),
  sourceId: id.optional(),
  currency: currency.optional(),
})

const ofClient = eq(clients.id, creditLedgerEntries.clientId)

export function findCredit(db: TenantDb, input: z.output<typeof creditList>) {
  const { q, clientId, sourceId, currency, ...asked } = input
  const where = and(
    clientId ? eq(creditLedgerEntries.clientId, clientId) : undefined,
    sourceId ? eq(creditLedgerEntries.sourceId, sourceId) : undefined,
    currency ? eq(creditLedgerEntries.currency, currency) : undefined,
    matches(q, clients.name, creditLedgerEntries.reason),
  )
  return pageOfRows(asked, {
    id: creditLedgerEntries.id,
    sorts: { createdAt: { by: creditLedgerEntries.createdAt, type: "timestamptz" } },
    fallback: "-createdAt",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({
          id: creditLedgerEntries.id,
          clientId: creditLedgerEntries.clientId,
          clientName: always(clients.name),
          amount: creditLedgerEntries.amount,
          currency: creditLedgerEntries.currency,
          reason: creditLedgerEntries.reason,
          sourceId: creditLedgerEntries.sourceId,
          createdAt: creditLedgerEntries.createdAt,
          sortValue,
        })
        .from(creditLedgerEntries)
        .leftJoin(clients, ofClient)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map((row) => ({ ...row, amount: moneyString(row.amount, row.currency) }))),
    count: async (where: SQL | undefined) => {
      const counted = db
        .select({ count: sql<number>`count(*)::integer` })
        .from(creditLedgerEntries)
        .leftJoin(clients, ofClient)
      return (await counted.where(where))[0]?.count ?? 0
    },
  })
}

/** What the firm holds for a client, by currency. */
export async function balancesOf(db: TenantDb, clientId: string) {
  const rows = await db
    .select({
      currency: creditLedgerEntries.currency,
      balance: sql<string>`sum(${creditLedgerEntries.amount})::text`,
    })
    .from(creditLedgerEntries)
    .where(eq(creditLedgerEntries.clientId, clientId))
    .groupBy(creditLedgerEntries.currency)
    .orderBy(asc(creditLedgerEntries.currency))
  return rows.map(({ currency, balance }) => ({ currency, balance: moneyString(balance, currency) }))
}

export async function balanceIn(db: TenantDb, clientId: string, currency: string): Promise<Decimal> {
  const held = (await balancesOf(db, clientId)).find((one) => one.currency === currency)
  return new Decimal(held?.balance ?? "0")
}
