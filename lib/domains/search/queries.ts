import { type SQL, sql } from "drizzle-orm"
import type { TenantDb } from "@/db/tenant"
import { alike, perKind } from "./rules"
import type { Kind } from "./schema"

type Found = { id: string; kind: Kind; label: string; detail: string | null; score: number }

// Of each kind: what it is called, what stands beside it, and the words by which it is found.
const sources: Record<Kind, SQL> = {
  client: sql`select id, name as label, email as detail, concat_ws(' ', name, email) as words from clients`,
  lead: sql`select id, company_name as label, contact_name as detail, concat_ws(' ', company_name, contact_name, email) as words
    from leads where status <> 'converted'`,
  prospect: sql`select id, company_name as label, contact_name as detail, concat_ws(' ', company_name, contact_name, email) as words from prospects`,
  proposal: sql`select id, title as label, concat_ws(' · ', number, company_name) as detail, concat_ws(' ', number, title, company_name) as words from proposals`,
  project: sql`select p.id, p.name as label, c.name as detail, concat_ws(' ', p.name, c.name) as words
    from projects p join clients c on c.firm_id = p.firm_id and c.id = p.client_id`,
  task: sql`select t.id, t.title as label, p.name as detail, t.title as words
    from tasks t join projects p on p.firm_id = t.firm_id and p.id = t.project_id`,
  invoice: sql`select i.id, i.number as label, c.name as detail, concat_ws(' ', i.number, c.name) as words
    from invoices i join clients c on c.firm_id = i.firm_id and c.id = i.client_id where i.number is not null`,
}

/** Records whose words contain every word that was typed, else those that resemble them; the best of each kind, best first. */
export async function findEverywhere(db: TenantDb, q: string, kinds: Kind[]): Promise<Found[]> {
  // Made plain once, not again for each of a firm's records.
  const words = q
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 6)
    .map((word) => sql`(select app.plain(${word}))`)
  if (words.length === 0 || kinds.length === 0) return []
  const found = await scored(db, kinds, words.map(contained), 1)
  // Comparing how words are spelt takes ten times as long as looking for them.
  return found.length > 0 ? found : scored(db, kinds, words.map(resembling), alike)
}

const contained = (word: SQL) => sql`case when position(${word} in plain) > 0
  then 1 + (position(' ' || ${word} in ' ' || plain) > 0)::integer else 0 end`
const resembling = (word: SQL) =>
  sql`case when position(${word} in plain) > 0 then 1 else app.word_similarity(${word}, plain) end`

async function scored(db: TenantDb, kinds: Kind[], scores: SQL[], least: number) {
  const score = sql`least(${sql.join(scores, sql`, `)})`
  // The offset keeps the planner from making a record's words plain wherever they are named.
  const parts = kinds.map(
    (kind) => sql`(select id, ${kind}::text as kind, label, detail, score from (
      select id, label, detail, ${score} as score from (select s.*, app.plain(s.words) as plain from (${sources[kind]}) s offset 0) p) r
      where score >= ${least} order by score desc, length(label), id limit ${perKind})`,
  )
  const rows = await db.execute<Found>(
    sql`select * from (${sql.join(parts, sql` union all `)}) found order by score desc, length(label), id`,
  )
  return [...rows]
}
