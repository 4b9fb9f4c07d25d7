import { and, asc, eq, isNull, lte, sql } from "drizzle-orm"
import type { z } from "zod"
import { clients, projects, tasks, timeEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { moneyString } from "@/lib/platform/money"

type TimeFilter = { clientId?: string; projectId?: string | null; until?: string; approvedOnly: boolean }

/** Billable time that no invoice holds. */
const unbilled = ({ clientId, projectId, until, approvedOnly }: TimeFilter) =>
  and(
    eq(timeEntries.billable, true),
    isNull(timeEntries.invoiceId),
    clientId ? eq(timeEntries.clientId, clientId) : undefined,
    projectId ? eq(timeEntries.projectId, projectId) : undefined,
    until ? lte(timeEntries.date, until) : undefined,
    approvedOnly ? eq(timeEntries.status, "approved") : undefined,
  )

/** The unbilled entries, held in the order of their ids, so that two who bill the same time wait for each other. */
export async function lockUnbilled(db: TenantDb, filter: TimeFilter) {
  const locked = await db
    .select({ id: timeEntries.id })
    .from(timeEntries)
    .where(unbilled(filter))
    .orderBy(asc(timeEntries.id))
    .for("update")
  if (locked.length === 0) return []
  return db
    .select({
      id: timeEntries.id,
      projectId: timeEntries.projectId,
      projectName: projects.name,
      taskId: timeEntries.taskId,
      taskTitle: tasks.title,
      date: timeEntries.date,
      hours: timeEntries.hours,
      hourlyRate: timeEntries.hourlyRate,
      billedAmount: timeEntries.billedAmount,
      currency: timeEntries.currency,
    })
    .from(timeEntries)
    .innerJoin(projects, eq(projects.id, timeEntries.projectId))
    .leftJoin(tasks, eq(tasks.id, timeEntries.taskId))
    .where(sql`${timeEntries.id} = any(${sql.param(locked.map(({ id }) => id))}::uuid[])`)
    .orderBy(asc(projects.name), asc(projects.id), asc(timeEntries.date), asc(timeEntries.id))
}

export const unbilledList = listInput(["client"], { clientId: id.optional(), projectId: id.optional() })

/** Unbilled time by project and currency. */
export function findUnbilled(db: TenantDb, input: z.output<typeof unbilledList>, approvedOnly: boolean) {
  const { q, clientId, projectId, ...asked } = input
  const where = and(unbilled({ clientId, projectId, approvedOnly }), matches(q, clients.name, projects.name))
  const groups = () =>
    db
      .select({
        id: projects.id,
        clientId: clients.id,
        clientName: clients.name,
        projectId: projects.id,
        projectName: projects.name,
        currency: timeEntries.currency,
        entries: sql<number>`count(*)::integer`,
        hours: sql<string>`sum(${timeEntries.hours})::text`,
        amount: sql<string>`sum(${timeEntries.billedAmount})::text`,
        from: sql<string>`min(${timeEntries.date})::text`,
        to: sql<string>`max(${timeEntries.date})::text`,
        sortValue: sql<string>`${clients.name}`,
      })
      .from(timeEntries)
      .innerJoin(projects, eq(projects.id, timeEntries.projectId))
      .innerJoin(clients, eq(clients.id, timeEntries.clientId))
      .groupBy(clients.id, clients.name, projects.id, projects.name, timeEntries.currency)
  return pageOfRows(asked, {
    id: projects.id,
    sorts: { client: { by: clients.name, type: "text" } },
    fallback: "client",
    where,
    rows: ({ where, orderBy, limit }) =>
      groups()
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map((row) => ({ ...row, amount: moneyString(row.amount, row.currency) }))),
    count: async (where) => {
      const counted = db
        .select({ count: sql<number>`count(distinct (${timeEntries.projectId}, ${timeEntries.currency}))::integer` })
        .from(timeEntries)
        .innerJoin(projects, eq(projects.id, timeEntries.projectId))
        .innerJoin(clients, eq(clients.id, timeEntries.clientId))
      return (await counted.where(where))[0]?.count ?? 0
    },
  })
}
