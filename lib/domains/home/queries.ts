import { type SQL, sql } from "drizzle-orm"
import type { TenantDb } from "@/db/tenant"
import { notSample, samplesObject } from "@/lib/domains/samples/queries"
import type { Actor } from "@/lib/kernel/actor"
import type { Permission } from "@/lib/kernel/permissions"

export const openInvoice = sql`status in ('sent', 'viewed', 'part_paid')`
/** A query's rows as a JSON list. */
export const rows = (query: SQL) => sql`(select coalesce(json_agg(r), '[]') from (${query}) r)`

/** All of it in one query, so that a dashboard costs one round trip; a part that one may not see is not asked for. */
export async function oneObject<T>(db: TenantDb, parts: Record<string, SQL | null>): Promise<T> {
  const pairs = Object.entries(parts).map(([name, query]) => sql`${sql.raw(`'${name}'`)}, ${query ?? sql`null`}`)
  const [row] = await db.execute<{ all: T }>(sql`select json_build_object(${sql.join(pairs, sql`, `)}) as all`)
  return row!.all
}

export function overviewParts(actor: Actor, today: string): Record<string, SQL | null> {
  const may = (permission: Permission, query: () => SQL) => (actor.permissions.has(permission) ? query() : null)
  return {
    newLeads: may("leads:read", () => sql`(select count(*) from leads where status = 'new')`),
    proposals: may("proposals:read", () =>
      rows(
        sql`select currency, sum(total)::text as amount, count(*) as count from proposals where status = 'sent' group by 1 order by 1`,
      ),
    ),
    activeProjects: may("projects:read", () => sql`(select count(*) from projects where status = 'active')`),
    unreadMessages: may(
      "messages:read",
      () => sql`(select count(*) from messages where author_kind = 'client' and read_by_firm_at is null)`,
    ),
    myTasks: may("projects:read", () => tasksOf(actor, today)),
    unbilled: actor.permissions.has("time:all") ? unbilled() : may("time:own", () => unbilled(actor.id)),
    receivables: may("invoices:read", () =>
      rows(sql`select currency, sum(amount_due)::text as amount, count(*) as count,
        coalesce(sum(amount_due) filter (where due_on < ${today}), 0)::text as "overdueAmount",
        count(*) filter (where due_on < ${today}) as "overdueCount"
        from invoices where ${openInvoice} group by 1 order by 1`),
    ),
    collected: may("payments:read", () =>
      rows(sql`select currency, to_char(received_on, 'YYYY-MM') as month, sum(amount - refunded_amount)::text as amount from payments
        where received_on >= date_trunc('month', ${today}::date) - interval '5 months' group by 1, 2 order by 1, 2`),
    ),
    activity: may("audit:read", activity),
    firstSteps: may("firm:manage", firstSteps),
    samples: may("firm:manage", () => samplesObject),
  }
}

const tasksOf = ({ id }: Actor, today: string) => sql`(select json_build_object(
  'open', count(*), 'overdue', count(*) filter (where t.due_on < ${today}),
  'next', ${rows(sql`select n.id, n.title, n.due_on as "dueOn", p.name as project, n.project_id as "projectId"
    from tasks n join projects p on p.firm_id = n.firm_id and p.id = n.project_id
    where n.assignee_id = ${id}::uuid and n.status <> 'done' order by n.due_on nulls last, n.id limit 6`)})
  from tasks t where t.assignee_id = ${id}::uuid and t.status <> 'done')`

function unbilled(memberId?: string | null) {
  const whose = memberId === undefined ? sql`true` : sql`member_id = ${memberId}::uuid`
  const open = sql`from time_entries where billable and invoice_id is null and ${whose}`
  return sql`json_build_object('everybody', ${memberId === undefined}::boolean,
    'hours', (select coalesce(sum(hours), 0)::text ${open}),
    'amounts', ${rows(sql`select currency, sum(billed_amount)::text as amount, count(*) as count ${open} group by 1 order by 1`)})`
}

// Reading and signing in would drown what was done.
const activity = () =>
  rows(sql`select e.id, e.at, e.name, e.subject_id as "subjectId", e.fields, e.actor_name as "actorName", c.id as "clientId", c.name as "clientName"
    from audit_events e left join clients c on c.firm_id = e.firm_id and c.id = e.client_id
    where e.name not in ('session.opened', 'message.read', 'task.commentsRead') order by e.at desc, e.id desc limit 8`)

// Gone when somebody has put them away, and in a firm that has sent an invoice and needs no first steps any more.
const firstSteps = () => sql`(select json_build_object(
  'details', f.address <> '',
  'prospect', exists (select 1 from prospects p where ${notSample("p")}) or exists (select 1 from clients c where ${notSample("c")}),
  'proposal', exists (select 1 from proposals p where ${notSample("p")}),
  'sent', exists (select 1 from proposals p where p.sent_at is not null and ${notSample("p")}),
  'payments', f.stripe_ready,
  'draftId', (select p.id from proposals p where p.status = 'draft' and ${notSample("p")} order by p.id desc limit 1),
  'prospectId', (select p.id from prospects p where p.stage not in ('won', 'lost') and ${notSample("p")} order by p.id desc limit 1))
  from firms f where not f.first_steps_hidden and not exists (select 1 from invoices where status <> 'draft'))`
