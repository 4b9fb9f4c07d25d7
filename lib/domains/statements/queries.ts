import { sql } from "drizzle-orm"
import type { z } from "zod"
import type { TenantDb } from "@/db/tenant"
import { clientById } from "@/lib/domains/clients/queries"
import { account } from "@/lib/domains/ledger/rules"
import { invalidField } from "@/lib/kernel/refusal"
import { Decimal, moneyString } from "@/lib/platform/money"
import type { StatementOfAccount, statementInput } from "./schema"

const ninetyDays = 89 * 86_400_000
const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - ninetyDays).toISOString().slice(0, 10)

/**
 * A client's account as the ledger has it: what is posted to receivables and to the client's credit, so that credit
 * spent on an invoice moves nothing, and the last balance is what the balance sheet says of this client.
 */
export async function statementOf(
  db: TenantDb,
  { clientId, ...asked }: z.output<typeof statementInput>,
  today: string,
): Promise<StatementOfAccount> {
  const client = await clientById(db, clientId)
  const to = asked.to ?? today
  const from = asked.from ?? before(to)
  if (from > to) throw invalidField("from", "ledger.refusals.period")

  const moves = await movesUntil(db, clientId, to)
  const currency = asked.currency ?? client.currency
  const mine = moves.filter((move) => move.currency === currency)
  const earlier = mine.filter(({ on }) => on < from)
  const opening = earlier.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
  let balance = opening
  const entries = mine.slice(earlier.length).map(({ id, on, kind, reference, amount }) => {
    balance = balance.plus(amount)
    return { id, on, kind, reference, amount: moneyString(amount, currency), balance: moneyString(balance, currency) }
  })
  return {
    client: { id: client.id, name: client.name, address: client.address, taxId: client.taxId },
    from,
    to,
    currency,
    currencies: [...new Set([client.currency, ...moves.map((move) => move.currency)])].sort(),
    opening: moneyString(opening, currency),
    closing: moneyString(balance, currency),
    entries,
  }
}

type Move = { id: string; on: string; kind: string; reference: string; currency: string; amount: string }

/** What changed the client's debt, oldest first; what moves between debt and credit is left out. */
async function movesUntil(db: TenantDb, clientId: string, to: string): Promise<Move[]> {
  const rows = await db.execute(sql`
    select t.id, t.posted_on::text as "on", t.kind, t.description as reference, e.currency,
      sum(e.debit - e.credit)::text as amount
    from ledger_transactions t
    join ledger_entries e on e.firm_id = t.firm_id and e.transaction_id = t.id
    where t.posted_on <= ${to}
      and e.account_code in (${account.receivable}, ${account.clientCredit})
      and t.source_id in (
        select id from invoices where client_id = ${clientId}
        union all select id from payments where client_id = ${clientId}
        union all select id from credit_ledger_entries where client_id = ${clientId})
    group by t.id, t.posted_on, t.kind, t.description, e.currency
    having sum(e.debit - e.credit) <> 0
    order by t.posted_on, t.id`)
  return rows as unknown as Move[]
}
