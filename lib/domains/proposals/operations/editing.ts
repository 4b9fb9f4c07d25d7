import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { proposals } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import { changedFields } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { takeNumber } from "../../numbers/writes"
import { lockProspect } from "../../prospects/queries"
import { findProposals, linesOf, lockProposal, proposalById, proposalList } from "../queries"
import { newProposal, proposalChange, proposalDetail, proposalOut, proposalVersion } from "../schema"
import { replaceLines } from "../writes"

export const listProposals = list({
  name: "proposals.list",
  summary: "List proposals",
  permission: "proposals:read",
  rest: "GET /crm/proposals",
  input: proposalList,
  item: proposalOut,
  run: (input, { db, actor }) => findProposals(db, input, actor.timeZone),
})

export const readProposal = query({
  name: "proposals.read",
  summary: "Read a proposal",
  permission: "proposals:read",
  rest: "GET /crm/proposals/{id}",
  input: z.strictObject({ id }),
  output: proposalDetail,
  run: ({ id }, { db, actor }) => proposalById(db, id, actor),
})

/** What was sent can't be changed any more, so a proposal has one version, which its copies continue. */
export const listVersions = query({
  name: "proposals.versions",
  summary: "List the versions of a proposal",
  permission: "proposals:read",
  rest: "GET /crm/proposals/{id}/versions",
  input: z.strictObject({ id }),
  output: z.array(proposalVersion),
  async run({ id }, { db, actor }) {
    const { number, title, status, currency, total, createdAt, sentAt } = await proposalById(db, id, actor)
    return [{ version: 1, number, title, status, currency, total, createdAt, sentAt }]
  },
})

export const createProposal = mutation({
  name: "proposals.create",
  summary: "Create a proposal",
  permission: "proposals:write",
  rest: "POST /crm/proposals",
  input: newProposal,
  output: proposalDetail,

  async run({ lines, ...input }, { db, actor, record }) {
    const prospect = await lockProspect(db, input.prospectId)
    if (prospect.stage === "lost") throw conflict("proposals.refusals.lostProspect")
    const id = newId()
    const currency = input.currency ?? prospect.currency
    await db.insert(proposals).values({
      ...input,
      id,
      currency,
      number: await takeNumber(db, "P", today(actor.timeZone)),
      clientId: prospect.clientId,
      companyName: input.companyName ?? prospect.companyName,
      recipientName: input.recipientName ?? prospect.contactName,
      recipientEmail: input.recipientEmail ?? prospect.email,
    })
    await replaceLines(db, id, lines, currency)
    record("proposal.created", { id })
    return proposalById(db, id, actor)
  },
})

export const updateProposal = mutation({
  name: "proposals.update",
  summary: "Change a proposal that is still a draft",
  permission: "proposals:write",
  rest: "PATCH /crm/proposals/{id}",
  input: proposalChange,
  output: proposalDetail,

  async run({ id, lines, ...changes }, { db, actor, record, expect }) {
    const before = await lockProposal(db, id)
    expect(before)
    if (before.status !== "draft") throw conflict("proposals.refusals.notDraft")
    const [after] = await db
      .update(proposals)
      .set({ ...changes, id })
      .where(eq(proposals.id, id))
      .returning()
    const { currency } = after!
    if (lines || currency !== before.currency) await replaceLines(db, id, lines ?? (await linesOf(db, id)), currency)
    record("proposal.updated", { id }, [...changedFields(before, after!), ...(lines ? ["lines"] : [])])
    return proposalById(db, id, actor)
  },
})

export const deleteProposal = mutation({
  name: "proposals.delete",
  summary: "Delete a proposal that is still a draft",
  permission: "proposals:write",
  rest: "DELETE /crm/proposals/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: z.object({}),

  async run({ id }, { db, record, expect }) {
    const proposal = await lockProposal(db, id)
    expect(proposal)
    if (proposal.status !== "draft") throw conflict("proposals.refusals.keepsSent")
    await db.delete(proposals).where(and(eq(proposals.id, id), eq(proposals.status, "draft")))
    record("proposal.deleted", { id })
    return {}
  },
})

/** A new draft with the same words and lines: how an offer goes on after it was declined or has expired. */
export const duplicateProposal = mutation({
  name: "proposals.duplicate",
  summary: "Copy a proposal into a new draft",
  permission: "proposals:write",
  rest: "POST /crm/proposals/{id}/duplicate",
  input: z.strictObject({ id }),
  output: proposalDetail,

  async run({ id: sourceId }, { db, actor, record }) {
    const source = await lockProposal(db, sourceId)
    const { prospectId, clientId, title, intro, terms, currency, recipientName, recipientEmail, companyName } = source
    const id = newId()
    const number = await takeNumber(db, "P", today(actor.timeZone))
    const copied = { prospectId, clientId, title, intro, terms, currency, recipientName, recipientEmail, companyName }
    await db.insert(proposals).values({ ...copied, id, number })
    await replaceLines(db, id, await linesOf(db, sourceId), currency)
    record("proposal.created", { id })
    return proposalById(db, id, actor)
  },
})
