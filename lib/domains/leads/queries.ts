import { and, eq, getColumns, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { leadForms, leads, members, prospects } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { invalidField, notFound } from "@/lib/kernel/refusal"
import { leadStatuses } from "./schema"

export const leadList = listInput(["companyName", "createdAt", "status"], {
  status: z.enum(leadStatuses).optional(),
  source: z.string().max(50).optional(),
  ownerId: id.optional(),
  formId: id.optional(),
})

const shown = {
  ...getColumns(leads),
  ownerName: members.name,
  formTitle: leadForms.title,
  prospectId: prospects.id,
}

const joined = (db: TenantDb, sortValue: SQL<string> = sql<string>`''`) =>
  db
    .select({ ...shown, sortValue })
    .from(leads)
    .leftJoin(members, eq(members.id, leads.ownerId))
    .leftJoin(leadForms, eq(leadForms.id, leads.formId))
    .leftJoin(prospects, eq(prospects.leadId, leads.id))

export function findLeads(db: TenantDb, { q, status, source, ownerId, formId, ...asked }: z.output<typeof leadList>) {
  const where = and(
    status ? eq(leads.status, status) : undefined,
    source ? eq(leads.source, source) : undefined,
    ownerId ? eq(leads.ownerId, ownerId) : undefined,
    formId ? eq(leads.formId, formId) : undefined,
    matches(q, leads.companyName, leads.contactName, leads.email, leads.phone),
  )
  return pageOfRows(asked, {
    id: leads.id,
    sorts: {
      companyName: { by: leads.companyName, type: "text" },
      createdAt: { by: leads.id, type: "uuid" },
      status: { by: leads.status, type: "text" },
    },
    fallback: "-createdAt",
    where,
    rows: ({ where, orderBy, limit, sortValue }) =>
      joined(db, sortValue)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where) => db.$count(leads, where),
  })
}

export async function leadById(db: TenantDb, leadId: string) {
  const [lead] = await joined(db).where(eq(leads.id, leadId))
  if (!lead) throw notFound("lead")
  return lead
}

/** Holds the row, so that two conversions of one lead follow one another. */
export async function lockLead(db: TenantDb, leadId: string) {
  const [lead] = await db.select().from(leads).where(eq(leads.id, leadId)).for("update")
  if (!lead) throw notFound("lead")
  return lead
}

/** Who may own a record: a member who is not gone. */
export async function requireOwner(db: TenantDb, ownerId: string | null | undefined) {
  if (!ownerId) return
  const [member] = await db.select({ status: members.status }).from(members).where(eq(members.id, ownerId))
  if (!member || member.status === "deactivated") throw invalidField("ownerId", "leads.refusals.owner")
}

/** The people a record can be given to, by name. */
export const possibleOwners = (db: TenantDb) =>
  db
    .select({ id: members.id, name: members.name, email: members.email, role: members.role })
    .from(members)
    .where(eq(members.status, "active"))
    .orderBy(members.name)

export const leadFormList = listInput(["title", "createdAt"], { active: z.boolean().optional() })

const formShown = {
  ...getColumns(leadForms),
  leadCount: sql<number>`(select count(*)::integer from leads l where l.form_id = lead_forms.id)`,
}

export function findLeadForms(db: TenantDb, { q, active, ...asked }: z.output<typeof leadFormList>) {
  return pageOfRows(asked, {
    id: leadForms.id,
    sorts: { title: { by: leadForms.title, type: "text" }, createdAt: { by: leadForms.id, type: "uuid" } },
    fallback: "title",
    where: and(
      active === undefined ? undefined : eq(leadForms.active, active),
      matches(q, leadForms.title, leadForms.slug),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...formShown, sortValue })
        .from(leadForms)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where) => db.$count(leadForms, where),
  })
}

export async function leadFormById(db: TenantDb, formId: string) {
  const [form] = await db.select(formShown).from(leadForms).where(eq(leadForms.id, formId))
  if (!form) throw notFound("leadForm")
  return form
}

/** Where the firm is told what nobody in particular looks after. */
export async function firmOwners(db: TenantDb): Promise<string[]> {
  const rows = await db
    .select({ email: members.email })
    .from(members)
    .where(and(eq(members.role, "owner"), eq(members.status, "active")))
  return rows.map(({ email }) => email)
}
