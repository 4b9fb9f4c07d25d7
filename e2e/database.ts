import postgres from "postgres"
import { stripe } from "./stripe"
import { addresses } from "./surroundings"

let sql: postgres.Sql | undefined

/** The database as its owner sees it. */
export function owner(): postgres.Sql {
  sql ??= postgres(addresses.database, { max: 1, onnotice: () => {} })
  return sql
}

export const closeOwner = () => sql?.end()

// The trail grows by refusals, and is sealed every second: other rows have to be as they were.
const apart = ["audit_events", "audit_seals"]

/** Tables whose rows belong to a firm, with a hash of all rows each: equal hashes, nothing changed. */
export async function tenantHashes(): Promise<Record<string, string>> {
  const db = owner()
  const tables = await db<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'firm_id' and t.table_type = 'BASE TABLE'
      and not c.table_name = any(${apart}) order by 1`
  if (tables.length < 20) throw new Error(`only ${tables.length} tables carry firm_id: the hash would say nothing`)
  await quiet()
  const one = ({ name }: { name: string }) =>
    `select '${name}' as name, md5(coalesce(string_agg(md5(r::text), '' order by md5(r::text)), '')) as hash from public."${name}" r`
  const rows = await db.unsafe<{ name: string; hash: string }[]>(tables.map(one).join(" union all "))
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]))
}

/** Waits until Stripe has said all and the queue has done what is due: their work, too, is a change. */
export async function quiet(): Promise<void> {
  for (;;) {
    const { deliveries } = await stripe.state()
    const [row] = await owner()<{ due: number }[]>`select count(*)::integer as due from graphile_worker.jobs
      where run_at <= now() and attempts < max_attempts`
    if (row!.due === 0 && !deliveries.some(({ status }) => status === "pending")) return
  }
}
