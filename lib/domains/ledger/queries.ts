import { and, asc, eq, gte, lte, type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { accounts, clients, invoices, ledgerEntries, ledgerTransactions } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { day, id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { Decimal, moneyString } from "@/lib/platform/money"
import { ageingBuckets, bucketOf } from "./rules"
import { newAccount } from "./schema"

export const entryList = listInput(["postedOn"], {
  sourceId: id.optional(),
  transactionId: id.optional(),
  account: newAccount.shape.code.optional(),
  from: day.optional(),
  to: day.optional(),
})

const ofTransaction = eq(ledgerTransactions.id, ledgerEntries.transactionId)
const ofAccount = eq(accounts.code, ledgerEntries.accountCode)

export function findEntries(db: TenantDb, input: z.output<typeof entryList>) {
  const { q, sourceId, transactionId, account, from, to, ...asked } = input
  const where = and(
    sourceId ? eq(ledgerTransactions.sourceId, sourceId) : undefined,
    transactionId ? eq(ledgerEntries.transactionId, transactionId) : undefined,
    account ? eq(ledgerEntries.accountCode, account) : undefined,
    from ? gte(ledgerTransactions.postedOn, from) : undefined,
    to ? lte(ledgerTransactions.postedOn, to) : undefined,
    matches(q, ledgerTransactions.description, accounts.name, ledgerEntries.accountCode),
  )
  return pageOfRows(asked, {
    id: ledgerEntries.id,
    sorts: { postedOn: { by: ledgerTransactions.postedOn, type: "date" } },
    fallback: "-postedOn",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({
          id: always(ledgerEntries.id),
          transactionId: ledgerTransactions.id,
          sourceId: ledgerTransactions.sourceId,
          kind: ledgerTransactions.kind,
          account: always(ledgerEntries.accountCode),
          accountName: always(accounts.name),
          debit: always(ledgerEntries.debit),
          credit: always(ledgerEntries.credit),
          currency: always(ledgerEntries.currency),
          postedOn: ledgerTransactions.postedOn,
          description: ledgerTransactions.description,
          sortValue,
        })
        .from(ledgerTransactions)
        .leftJoin(ledgerEntries, ofTransaction)
        .leftJoin(accounts, ofAccount)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) =>
          rows.map((row) => ({
            ...row,
            debit: moneyString(row.debit, row.currency),
            credit: moneyString(row.credit, row.currency),
          })),
        ),
    count: async (where: SQL | undefined) => {
      const [row] = await db
        .select({ count: sql<number>`count(*)::integer` })
        .from(ledgerTransactions)
        .leftJoin(ledgerEntries, ofTransaction)
        .leftJoin(accounts, ofAccount)
        .where(where)
      return row?.count ?? 0
    },
  })
}

export const accountList = listInput(["code", "name"], {})

export function findAccounts(db: TenantDb, { q, ...asked }: z.output<typeof accountList>) {
  return pageOfRows(asked, {
    id: accounts.id,
    sorts: { code: { by: accounts.code, type: "text" }, name: { by: accounts.name, type: "text" } },
    fallback: "code",
    where: matches(q, accounts.code, accounts.name),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({
          id: accounts.id,
          code: accounts.code,
          name: accounts.name,
          type: accounts.type,
          createdAt: accounts.createdAt,
          updatedAt: accounts.updatedAt,
          version: accounts.version,
          sortValue,
        })
        .from(accounts)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where: SQL | undefined) => db.$count(accounts, where),
  })
}

/** What was posted to each account in a period, by currency and code. */
export async function accountSums(db: TenantDb, { from, to }: { from?: string; to?: string }) {
  const rows = await db
    .select({
      account: accounts.code,
      name: accounts.name,
      type: accounts.type,
      currency: ledgerEntries.currency,
      debit: sql<string>`sum(${ledgerEntries.debit})::text`,
      credit: sql<string>`sum(${ledgerEntries.credit})::text`,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, ofTransaction)
    .innerJoin(accounts, ofAccount)
    .where(
      and(
        from ? gte(ledgerTransactions.postedOn, from) : undefined,
        to ? lte(ledgerTransactions.postedOn, to) : undefined,
      ),
    )
    .groupBy(accounts.code, accounts.name, accounts.type, ledgerEntries.currency)
    .orderBy(asc(ledgerEntries.currency), asc(accounts.code))
  return Map.groupBy(rows, ({ currency }) => currency)
}

/** What clients owe at present, by how long it has been due. */
export async function receivables(db: TenantDb, today: string) {
  const open = await db
    .select({
      clientId: clients.id,
      clientName: clients.name,
      currency: invoices.currency,
      dueOn: sql<string>`coalesce(${invoices.dueOn}, ${invoices.issuedOn})::text`,
      amountDue: sql<string>`${invoices.amountDue}::text`,
    })
    .from(invoices)
    .innerJoin(clients, eq(clients.id, invoices.clientId))
    .where(sql`${invoices.status} in ('sent', 'viewed', 'part_paid')`)
    .orderBy(asc(clients.name), asc(clients.id), asc(invoices.currency))

  const aged = (debts: typeof open, currency: string) => {
    const sum = (wanted?: string) =>
      moneyString(
        debts
          .filter(({ dueOn }) => !wanted || bucketOf(dueOn, today) === wanted)
          .reduce((all, { amountDue }) => all.plus(amountDue), new Decimal(0)),
        currency,
      )
    const buckets = Object.fromEntries(ageingBuckets.map((bucket) => [bucket, sum(bucket)]))
    return { ...(buckets as Record<(typeof ageingBuckets)[number], string>), total: sum() }
  }
  return {
    rows: [...Map.groupBy(open, ({ clientId, currency }) => `${clientId} ${currency}`).values()].map((debts) => {
      const { clientId, clientName, currency } = debts[0]!
      return { clientId, clientName, currency, ...aged(debts, currency) }
    }),
    totals: [...Map.groupBy(open, ({ currency }) => currency)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([currency, debts]) => ({ currency, ...aged(debts, currency) })),
  }
}
