import { isNull, type SQL, sql } from "drizzle-orm"
import type { PgColumn, PgTable } from "drizzle-orm/pg-core"
import {
  clients,
  contacts,
  firms,
  leads,
  notes,
  projects,
  proposals,
  prospects,
  sampleRecords,
  tasks,
  timeEntries,
} from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { type SampleKind, type Samples, sampleKinds } from "./schema"

type Shelf = {
  table: PgTable
  id: PgColumn
  name: PgColumn
  clientId?: PgColumn
  /** What says that it is in real use, apart from rows with a foreign key to it. */
  real?: SQL
}

/** Where each kind of sample is, and what it is called there. */
export const shelves: Record<SampleKind, Shelf> = {
  lead: { table: leads, id: leads.id, name: leads.companyName },
  prospect: {
    table: prospects,
    id: prospects.id,
    name: prospects.companyName,
    real: sql`${prospects.clientId} is not null`,
  },
  proposal: {
    table: proposals,
    id: proposals.id,
    name: proposals.title,
    real: sql`${proposals.status} <> 'draft'`,
  },
  client: {
    table: clients,
    id: clients.id,
    name: clients.name,
    real: sql`(exists (select 1 from prospects p where p.client_id = ${clients.id})
      or exists (select 1 from proposals p where p.client_id = ${clients.id}))`,
  },
  contact: { table: contacts, id: contacts.id, name: contacts.name, clientId: contacts.clientId },
  note: { table: notes, id: notes.id, name: notes.body, clientId: notes.clientId },
  project: { table: projects, id: projects.id, name: projects.name },
  task: { table: tasks, id: tasks.id, name: tasks.title },
  timeEntry: {
    table: timeEntries,
    id: timeEntries.id,
    name: timeEntries.description,
    real: sql`${timeEntries.invoiceId} is not null`,
  },
}

export type SampleRow = typeof sampleRecords.$inferSelect

/** What is remembered as a sample and has not been left to the firm. */
export const rememberedSamples = (db: TenantDb) =>
  db.select().from(sampleRecords).where(isNull(sampleRecords.keptAt)).orderBy(sampleRecords.id)

/** Holds the firm's row, so that of two who add or remove one waits for the other. */
export async function lockFirm(db: TenantDb) {
  const [firm] = await db.select({ id: firms.id, hourlyRate: firms.hourlyRate }).from(firms).for("update")
  return firm!
}

/** For a condition on rows of `alias`: those that nobody made to look around with. */
export const notSample = (alias: string) =>
  sql.raw(`not exists (select 1 from sample_records s
    where s.firm_id = ${alias}.firm_id and s.subject_id = ${alias}.id and s.kept_at is null)`)

// Somebody may have deleted some by hand.
const isThere = sql`case s.kind ${sql.join(
  sampleKinds.map(
    (kind) =>
      sql`when ${sql.raw(`'${kind}'`)} then exists (select 1 from ${shelves[kind].table} x where x.firm_id = s.firm_id and x.id = s.subject_id)`,
  ),
  sql` `,
)} end`

/** A firm at work: it has sent a proposal or an invoice. */
export const atWork = sql`(exists (select 1 from proposals p where p.sent_at is not null and ${notSample("p")})
  or exists (select 1 from invoices where status <> 'draft'))`

/** The samples as one JSON object, to be asked for among other things. */
export const samplesObject = sql`(with alive as (
    select s.kind, count(*) as count from sample_records s where s.kept_at is null and ${isThere} group by 1)
  select json_build_object(
    'count', (select coalesce(sum(count), 0) from alive),
    'kinds', (select coalesce(json_agg(json_build_object('kind', kind, 'count', count)), '[]') from alive),
    'kept', (select coalesce(json_agg(json_build_object('kind', kind, 'id', subject_id, 'name', name) order by id), '[]') from sample_records
      where kept_at = (select max(kept_at) from sample_records)),
    'offered', not exists (select 1 from alive) and not ${atWork}))`

export async function samplesOf(db: TenantDb): Promise<Samples> {
  const [row] = await db.execute<{ samples: Samples }>(sql`select ${samplesObject} as samples`)
  return inOrder(row!.samples)
}

export const inOrder = (samples: Samples): Samples => ({
  ...samples,
  kinds: samples.kinds.toSorted((a, b) => sampleKinds.indexOf(a.kind) - sampleKinds.indexOf(b.kind)),
})
