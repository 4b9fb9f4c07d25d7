import { eq } from "drizzle-orm"
import { clients, creditLedgerEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { notFound } from "@/lib/kernel/refusal"
import { type Decimal, moneyString } from "@/lib/platform/money"

type Credit = { clientId: string; currency: string; amount: Decimal; reason: string; sourceId?: string }

/** One line in a client's credit; the caller posts it to the ledger. */
export async function addCredit(db: TenantDb, { amount, ...credit }: Credit) {
  const [entry] = await db
    .insert(creditLedgerEntries)
    .values({ ...credit, amount: moneyString(amount, credit.currency) })
    .returning()
  return entry!
}

/** Holds a client's credit against others who would spend it; the records that point at the client go on. */
export async function lockCredit(db: TenantDb, clientId: string) {
  const [client] = await db.select().from(clients).where(eq(clients.id, clientId)).for("no key update")
  if (!client) throw notFound("client")
  return client
}
