import { and, eq, ne } from "drizzle-orm"
import { z } from "zod"
import { leadForms } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { changedFields, touched } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { invalidField } from "@/lib/kernel/refusal"
import { type FirmProfile, firmProfile } from "../../firms/queries"
import { portalUrl } from "../../firms/rules"
import { findLeadForms, leadFormById, leadFormList } from "../queries"
import { slugOf } from "../rules"
import { leadFormChange, leadFormOut, newLeadForm } from "../schema"

const withAddress = <Form extends { slug: string }>(form: Form, firm: FirmProfile) => ({
  ...form,
  publicUrl: portalUrl(firm, `/forms/${form.slug}`),
})

async function shown(db: TenantDb, formId: string) {
  return withAddress(await leadFormById(db, formId), await firmProfile(db))
}

async function requireFreeSlug(db: TenantDb, slug: string, besides?: string) {
  const others = and(eq(leadForms.slug, slug), besides ? ne(leadForms.id, besides) : undefined)
  if ((await db.$count(leadForms, others)) > 0) throw invalidField("slug", "leads.refusals.slugTaken")
}

export const listLeadForms = list({
  name: "leadForms.list",
  summary: "List lead forms",
  permission: "leads:read",
  rest: "GET /crm/lead-forms",
  input: leadFormList,
  item: leadFormOut,
  async run(input, { db }) {
    const [page, firm] = await Promise.all([findLeadForms(db, input), firmProfile(db)])
    return { ...page, items: page.items.map((form) => withAddress(form, firm)) }
  },
})

export const readLeadForm = query({
  name: "leadForms.read",
  summary: "Read a lead form",
  permission: "leads:read",
  rest: "GET /crm/lead-forms/{id}",
  input: z.strictObject({ id }),
  output: leadFormOut,
  run: ({ id }, { db }) => shown(db, id),
})

export const createLeadForm = mutation({
  name: "leadForms.create",
  summary: "Create a lead form",
  permission: "leads:write",
  rest: "POST /crm/lead-forms",
  input: newLeadForm,
  output: leadFormOut,

  async run({ slug, ...input }, { db, record }) {
    const address = slug ?? slugOf(input.title)
    await requireFreeSlug(db, address)
    const [form] = await db
      .insert(leadForms)
      .values({ ...input, slug: address })
      .returning({ id: leadForms.id })
    record("leadForm.created", { id: form!.id })
    return shown(db, form!.id)
  },
})

export const updateLeadForm = mutation({
  name: "leadForms.update",
  summary: "Change a lead form",
  permission: "leads:write",
  rest: "PATCH /crm/lead-forms/{id}",
  input: leadFormChange,
  output: leadFormOut,

  async run({ id, ...changes }, { db, record, expect }) {
    const before = await leadFormById(db, id)
    expect(before)
    if (changes.slug) await requireFreeSlug(db, changes.slug, id)
    const [after] = await db.update(leadForms).set(touched(changes)).where(eq(leadForms.id, id)).returning()
    record("leadForm.updated", { id }, changedFields(before, { ...before, ...after! }))
    return shown(db, id)
  },
})
