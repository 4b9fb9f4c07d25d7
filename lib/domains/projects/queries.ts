import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { clients, members, projects, timeEntries } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import { moneyString } from "@/lib/platform/money"
import { projectStatuses } from "./schema"

export const projectList = listInput(["name", "dueOn", "createdAt"], {
  status: z.array(z.enum(projectStatuses)).optional(),
  clientId: id.optional(),
  managerId: id.optional(),
})

const itsClient = and(eq(clients.firmId, projects.firmId), eq(clients.id, projects.clientId))
const itsManager = and(eq(members.firmId, projects.firmId), eq(members.id, projects.managerId))
const columns = { project: projects, clientName: always(clients.name), managerName: members.name }

export function findProjects(db: TenantDb, { q, status, clientId, managerId, ...asked }: z.output<typeof projectList>) {
  return pageOfRows(asked, {
    id: projects.id,
    sorts: {
      name: { by: projects.name, type: "text" },
      dueOn: { by: sql`coalesce(${projects.dueOn}, 'infinity'::date)`, type: "date" },
      createdAt: { by: projects.id, type: "uuid" },
    },
    fallback: "-createdAt",
    where: and(
      status?.length ? inArray(projects.status, status) : undefined,
      clientId ? eq(projects.clientId, clientId) : undefined,
      managerId ? eq(projects.managerId, managerId) : undefined,
      matches(q, projects.name, clients.name),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...columns, sortValue })
        .from(projects)
        .leftJoin(clients, itsClient)
        .leftJoin(members, itsManager)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ project, ...more }) => ({ ...project, ...more }))),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(projects)
        .leftJoin(clients, itsClient)
        .where(where)
        .then(([row]) => row!.count),
  })
}

export async function projectById(db: TenantDb, projectId: string, { lock = false } = {}) {
  const rows = db
    .select(columns)
    .from(projects)
    .leftJoin(clients, itsClient)
    .leftJoin(members, itsManager)
    .where(eq(projects.id, projectId))
  const [found] = await (lock ? rows.for("update", { of: projects }) : rows)
  if (!found) throw notFound("project")
  return { ...found.project, clientName: found.clientName, managerName: found.managerName }
}

/** A person of the firm who can be given work. */
export async function activeMember(db: TenantDb, memberId: string) {
  const [member] = await db
    .select({ id: members.id, name: members.name, hourlyRate: members.hourlyRate })
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.status, "active")))
  if (!member) throw notFound("member")
  return member
}

export const activeMembers = (db: TenantDb) =>
  db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(eq(members.status, "active"))
    .orderBy(asc(members.name), asc(members.id))

const unbilled = and(eq(timeEntries.billable, true), isNull(timeEntries.invoiceId))

export async function figuresOf(db: TenantDb, project: { id: string; currency: string }) {
  const total = (column: SQL, only?: SQL) =>
    sql<string>`coalesce(sum(${column})${only ? sql` filter (where ${only})` : sql``}, 0)::text`
  const [row] = await db
    .select({
      hours: total(sql`${timeEntries.hours}`),
      billedAmount: total(sql`${timeEntries.billedAmount}`),
      unbilledHours: total(sql`${timeEntries.hours}`, unbilled),
      unbilledAmount: total(sql`${timeEntries.billedAmount}`, unbilled),
    })
    .from(timeEntries)
    .where(eq(timeEntries.projectId, project.id))
  return {
    ...row!,
    billedAmount: moneyString(row!.billedAmount, project.currency),
    unbilledAmount: moneyString(row!.unbilledAmount, project.currency),
    projectId: project.id,
    currency: project.currency,
  }
}
