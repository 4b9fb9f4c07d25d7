import { eq } from "drizzle-orm"
import { z } from "zod"
import { proposals, prospects } from "@/db/schema"
import { changedFields } from "@/lib/kernel/change"
import { choiceQuery, choicesOut } from "@/lib/kernel/choices"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { moneyString } from "@/lib/platform/money"
import { clientById } from "../clients/queries"
import { clientOut } from "../clients/schema"
import { requireOwner } from "../leads/queries"
import { boardColumns, findProspects, lockProspect, prospectById, prospectChoices, prospectList } from "./queries"
import { changeOf, usualProbability } from "./rules"
import { boardOut, newProspect, prospectChange, prospectOut } from "./schema"
import { clientOfProspect } from "./writes"

export const listProspects = list({
  name: "prospects.list",
  summary: "List prospects",
  permission: "prospects:read",
  rest: "GET /crm/prospects",
  input: prospectList,
  item: prospectOut,
  run: (input, { db }) => findProspects(db, input),
})

export const listProspectChoices = query({
  name: "prospects.choices",
  summary: "List whom a proposal can be written for",
  permission: "prospects:read",
  rest: "GET /crm/prospect-choices",
  input: z.strictObject(choiceQuery),
  output: choicesOut,
  run: async (input, { db }) => ({ results: await prospectChoices(db, input) }),
})

export const readBoard = query({
  name: "prospects.board",
  summary: "Read the pipeline by stage, with totals by currency",
  permission: "prospects:read",
  rest: "GET /crm/prospects/board",
  input: z.strictObject({}),
  output: boardOut,
  run: async (_input, { db }) => ({ columns: await boardColumns(db) }),
})

export const readProspect = query({
  name: "prospects.read",
  summary: "Read a prospect",
  permission: "prospects:read",
  rest: "GET /crm/prospects/{id}",
  input: z.strictObject({ id }),
  output: prospectOut,
  run: ({ id }, { db }) => prospectById(db, id),
})

export const createProspect = mutation({
  name: "prospects.create",
  summary: "Create a prospect",
  permission: "prospects:write",
  rest: "POST /crm/prospects",
  input: newProspect,
  output: prospectOut,

  async run(input, { db, actor, record }) {
    await requireOwner(db, input.ownerId)
    const client = input.clientId ? await clientById(db, input.clientId) : undefined
    const currency = input.currency ?? client?.currency ?? actor.currency
    const [prospect] = await db
      .insert(prospects)
      .values({
        ...input,
        currency,
        estimatedValue: input.estimatedValue ? moneyString(input.estimatedValue, currency) : null,
        probability: input.probability ?? usualProbability.new,
        ownerId: input.ownerId === undefined ? actor.id : input.ownerId,
      })
      .returning({ id: prospects.id })
    record("prospect.created", { id: prospect!.id, clientId: client?.id })
    return prospectById(db, prospect!.id)
  },
})

export const updateProspect = mutation({
  name: "prospects.update",
  summary: "Change a prospect",
  permission: "prospects:write",
  rest: "PATCH /crm/prospects/{id}",
  input: prospectChange,
  output: prospectOut,

  async run({ id, ...changes }, { db, record, expect }) {
    const before = await lockProspect(db, id)
    expect(before)
    await requireOwner(db, changes.ownerId)
    const [after] = await db.update(prospects).set(changeOf(before, changes)).where(eq(prospects.id, id)).returning()
    const lost = after!.stage === "lost" && before.stage !== "lost"
    record(lost ? "prospect.lost" : "prospect.updated", { id }, changedFields(before, after!))
    return prospectById(db, id)
  },
})

export const deleteProspect = mutation({
  name: "prospects.delete",
  summary: "Delete a prospect without proposals",
  permission: "prospects:write",
  rest: "DELETE /crm/prospects/{id}",
  status: 204,
  input: z.strictObject({ id }),
  output: z.object({}),

  async run({ id }, { db, record, expect }) {
    const prospect = await lockProspect(db, id)
    expect(prospect)
    if (prospect.clientId) throw conflict("prospects.refusals.hasClient")
    if ((await db.$count(proposals, eq(proposals.prospectId, id))) > 0)
      throw conflict("prospects.refusals.hasProposals")
    await db.delete(prospects).where(eq(prospects.id, id))
    record("prospect.deleted", { id })
    return {}
  },
})

/** A client without a proposal, once: whoever asks again gets the client that there is. */
export const convertProspect = mutation({
  name: "prospects.convert",
  summary: "Convert a prospect to a client",
  permission: "prospects:write",
  rest: "POST /crm/prospects/{id}/convert",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: clientOut,

  async run({ id }, { db, record }) {
    const prospect = await lockProspect(db, id)
    if (prospect.stage === "lost") throw conflict("prospects.refusals.lost")
    const { clientId } = await clientOfProspect({ db, record }, prospect)
    return clientById(db, clientId)
  },
})
