import { asc, eq } from "drizzle-orm"
import { accounts, ledgerEntries, ledgerTransactions } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import type { TenantDb } from "@/db/tenant"
import { defaultChart, postingLines, type Side } from "./rules"
import type { PostingKind } from "./schema"

type Posting = {
  kind: PostingKind
  /** The invoice, payment or credit entry that it is about. */
  sourceId: string
  /** One posting for each business fact: a second of the same key is refused by the database. */
  sourceKey: string
  /** What a bookkeeper finds the paper by: a number or a reference. */
  description: string
  postedOn: string
  currency: string
  sides: Side[]
}

/** Writes a balanced posting; one of nothing but zeros leaves no trace. */
export async function post(db: TenantDb, { sides, currency, ...transaction }: Posting, locale: string) {
  const lines = postingLines(sides, currency)
  if (lines.length === 0) return
  await ensureAccounts(db, locale)
  const [written] = await db.insert(ledgerTransactions).values(transaction).returning({ id: ledgerTransactions.id })
  const ids = lines.map(() => newId()).sort()
  await db
    .insert(ledgerEntries)
    .values(lines.map((line, i) => ({ ...line, id: ids[i]!, transactionId: written!.id, line: i + 1 })))
}

/** Undoes a posting by its mirror image: what was written stays. */
export async function reverse(
  db: TenantDb,
  { sourceKey, ...reversal }: { kind: PostingKind; sourceKey: string; postedOn: string; description: string },
) {
  const [original] = await db.select().from(ledgerTransactions).where(eq(ledgerTransactions.sourceKey, sourceKey))
  if (!original) return
  const lines = await db
    .select()
    .from(ledgerEntries)
    .where(eq(ledgerEntries.transactionId, original.id))
    .orderBy(asc(ledgerEntries.line))
  const [written] = await db
    .insert(ledgerTransactions)
    .values({ ...reversal, sourceId: original.sourceId, sourceKey: `${sourceKey}:reversed` })
    .returning({ id: ledgerTransactions.id })
  const ids = lines.map(() => newId()).sort()
  await db.insert(ledgerEntries).values(
    lines.map(({ accountCode, debit, credit, currency, line }, i) => ({
      id: ids[i]!,
      transactionId: written!.id,
      line,
      accountCode,
      debit: credit,
      credit: debit,
      currency,
    })),
  )
}

/** Gives a firm the accounts that postings need, if it hasn't got them yet. */
export async function ensureAccounts(db: TenantDb, locale: string) {
  const chart = defaultChart(locale)
  const held = new Set((await db.select({ code: accounts.code }).from(accounts)).map(({ code }) => code))
  const missing = chart.filter(({ code }) => !held.has(code))
  if (missing.length > 0) await db.insert(accounts).values(missing).onConflictDoNothing()
}
