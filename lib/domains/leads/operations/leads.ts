import { eq } from "drizzle-orm"
import { z } from "zod"
import { leads } from "@/db/schema"
import { changedFields } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict, invalidField } from "@/lib/kernel/refusal"
import { now } from "@/lib/platform/clock"
import { prospectById } from "../../prospects/queries"
import { prospectOut } from "../../prospects/schema"
import { prospectOfLead } from "../../prospects/writes"
import { findLeads, leadById, leadList, lockLead, possibleOwners, requireOwner } from "../queries"
import { leadChange, leadOut, newLead } from "../schema"

export const listLeads = list({
  name: "leads.list",
  summary: "List leads",
  permission: "leads:read",
  rest: "GET /crm/leads",
  input: leadList,
  item: leadOut,
  run: (input, { db }) => findLeads(db, input),
})

export const readLead = query({
  name: "leads.read",
  summary: "Read a lead",
  permission: "leads:read",
  rest: "GET /crm/leads/{id}",
  input: z.strictObject({ id }),
  output: leadOut,
  run: ({ id }, { db }) => leadById(db, id),
})

export const createLead = mutation({
  name: "leads.create",
  summary: "Create a lead",
  permission: "leads:write",
  rest: "POST /crm/leads",
  input: newLead,
  output: leadOut,

  async run({ utm = {}, source, ...input }, { db, record }) {
    await requireOwner(db, input.ownerId)
    const [lead] = await db
      .insert(leads)
      .values({ ...input, utm, source: source || "manual" })
      .returning({ id: leads.id })
    record("lead.created", { id: lead!.id })
    return leadById(db, lead!.id)
  },
})

export const updateLead = mutation({
  name: "leads.update",
  summary: "Change a lead",
  permission: "leads:write",
  rest: "PATCH /crm/leads/{id}",
  input: leadChange,
  output: leadOut,

  async run({ id, lostReason, ...changes }, { db, record, expect }) {
    const before = await lockLead(db, id)
    expect(before)
    if (changes.status && before.status === "converted") throw conflict("leads.refusals.converted")
    await requireOwner(db, changes.ownerId)
    const status = changes.status ?? before.status
    const reason = lostReason ?? before.lostReason
    if (status === "lost" && !reason) throw invalidField("lostReason", "leads.refusals.lostReason")

    const [after] = await db
      .update(leads)
      .set({ ...changes, lostReason: status === "lost" ? reason : null })
      .where(eq(leads.id, id))
      .returning()
    record(
      status === "lost" && before.status !== "lost" ? "lead.lost" : "lead.updated",
      { id },
      changedFields(before, after!),
    )
    return leadById(db, id)
  },
})

export const deleteLead = mutation({
  name: "leads.delete",
  summary: "Delete a lead",
  permission: "leads:write",
  rest: "DELETE /crm/leads/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: z.object({}),

  async run({ id }, { db, record, expect }) {
    const lead = await lockLead(db, id)
    expect(lead)
    if (lead.status === "converted") throw conflict("leads.refusals.keepsConverted")
    await db.delete(leads).where(eq(leads.id, id))
    record("lead.deleted", { id })
    return {}
  },
})

/** Once: whoever asks again gets the prospect that there is. */
export const convertLead = mutation({
  name: "leads.convert",
  summary: "Convert a lead to a prospect",
  permission: "leads:write",
  rest: "POST /crm/leads/{id}/convert",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: prospectOut,

  async run({ id }, { db, actor, record }) {
    const lead = await lockLead(db, id)
    if (lead.status === "lost") throw conflict("leads.refusals.lost")
    const { prospectId, created } = await prospectOfLead(db, lead, actor)
    if (created) {
      await db.update(leads).set({ status: "converted", convertedAt: now().toISOString() }).where(eq(leads.id, id))
      record("lead.converted", { id })
      record("prospect.created", { id: prospectId })
    }
    return prospectById(db, prospectId)
  },
})

/** For the owner fields of forms. */
export const listOwners = query({
  name: "leads.owners",
  summary: "List the people a lead or prospect can be given to",
  permission: "leads:read",
  input: z.strictObject({}),
  output: z.object({ owners: z.array(z.object({ id, name: z.string() })) }),
  run: async (_input, { db }) => ({ owners: await possibleOwners(db) }),
})
