import { and, desc, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, invoices, projects, timeEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import { type Choice, choiceLimit } from "@/lib/kernel/choices"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { moneyString, sumMoney } from "@/lib/platform/money"
import { clientStatuses } from "./schema"

export const clientList = listInput(["name", "createdAt"], {
  status: z.enum(clientStatuses).optional(),
  ownerId: id.optional(),
})

export function findClients(db: TenantDb, { q, status, ownerId, ...asked }: z.output<typeof clientList>) {
  const where = and(
    status ? eq(clients.status, status) : undefined,
    ownerId ? eq(clients.ownerId, ownerId) : undefined,
    matches(q, clients.name, clients.email, clients.phone),
  )
  return pageOfRows(asked, {
    id: clients.id,
    sorts: { name: { by: clients.name, type: "text" }, createdAt: { by: clients.id, type: "uuid" } },
    fallback: "name",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ client: clients, sortValue })
        .from(clients)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ client, sortValue }) => ({ ...client, sortValue }))),
    count: (where: SQL | undefined) => db.$count(clients, where),
  })
}

/** Whom work can be done for: the one chosen, and those found by their names or else touched last. */
export async function clientChoices(
  db: TenantDb,
  { q, all, clientId }: { q?: string; all: boolean; clientId?: string },
): Promise<Choice[]> {
  const found = await db
    .select({ value: clients.id, label: clients.name, hint: clients.currency })
    .from(clients)
    .where(and(eq(clients.status, "active"), matches(q, clients.name, clients.email)))
    .orderBy(...(clientId ? [desc(eq(clients.id, clientId))] : []), desc(clients.updatedAt), desc(clients.id))
    .limit(choiceLimit({ all }))
  return found.sort((one, other) => one.label.localeCompare(other.label))
}

export async function clientById(db: TenantDb, clientId: string, { lock = false } = {}) {
  const rows = db.select().from(clients).where(eq(clients.id, clientId))
  const [client] = await (lock ? rows.for("update") : rows)
  if (!client) throw notFound("client")
  return client
}

/** What is going on with a client, in figures; each only for who may see the rows behind it. */
export async function figuresOfClient(db: TenantDb, client: { id: string }, { permissions, timeZone }: Actor) {
  const [active, owed, unbilled] = await Promise.all([
    permissions.has("projects:read") ? activeProjects(db, client.id) : null,
    permissions.has("invoices:read") ? owedBy(db, client.id, today(timeZone)) : null,
    permissions.has("time:all") ? unbilledOf(db, client.id) : null,
  ])
  return {
    clientId: client.id,
    activeProjects: active,
    openInvoices: owed?.reduce((sum, { count }) => sum + count, 0) ?? null,
    overdueInvoices: owed?.reduce((sum, { overdue }) => sum + overdue, 0) ?? null,
    outstanding: owed?.map(inCurrency) ?? null,
    unbilledHours: unbilled && sumMoney(unbilled.map(({ hours }) => hours)).toFixed(),
    unbilled: unbilled?.map(inCurrency) ?? null,
  }
}

const inCurrency = ({ currency, amount }: { currency: string; amount: string }) => ({
  currency,
  amount: moneyString(amount, currency),
})

const activeProjects = (db: TenantDb, clientId: string) =>
  db.$count(projects, and(eq(projects.clientId, clientId), eq(projects.status, "active")))

const owedBy = (db: TenantDb, clientId: string, day: string) =>
  db
    .select({
      currency: invoices.currency,
      amount: sql<string>`sum(${invoices.amountDue})::text`,
      count: sql<number>`count(*)::integer`,
      overdue: sql<number>`(count(*) filter (where ${lt(invoices.dueOn, day)}))::integer`,
    })
    .from(invoices)
    .where(and(eq(invoices.clientId, clientId), inArray(invoices.status, ["sent", "viewed", "part_paid"])))
    .groupBy(invoices.currency)
    .orderBy(invoices.currency)

const unbilledOf = (db: TenantDb, clientId: string) =>
  db
    .select({
      currency: timeEntries.currency,
      amount: sql<string>`sum(${timeEntries.billedAmount})::text`,
      hours: sql<string>`sum(${timeEntries.hours})::text`,
    })
    .from(timeEntries)
    .where(and(eq(timeEntries.clientId, clientId), eq(timeEntries.billable, true), isNull(timeEntries.invoiceId)))
    .groupBy(timeEntries.currency)
    .orderBy(timeEntries.currency)
