import { eq } from "drizzle-orm"
import { z } from "zod"
import { engagements } from "@/db/schema"
import { clientById } from "@/lib/domains/clients/queries"
import { changedFields, touched } from "@/lib/kernel/change"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { engagementById, engagementList, findEngagements, requireContractOf, revisionsOf } from "./queries"
import { requireOrderedDays } from "./rules"
import { engagementChange, engagementDetail, engagementOut, newEngagement } from "./schema"
import { addRevision } from "./writes"

export const listEngagements = list({
  name: "engagements.list",
  summary: "List engagements",
  permission: "clients:read",
  rest: "GET /clients/engagements",
  input: engagementList,
  item: engagementOut,
  run: (input, { db }) => findEngagements(db, input),
})

export const readEngagement = query({
  name: "engagements.read",
  summary: "Read an engagement and its history",
  permission: "clients:read",
  rest: "GET /clients/engagements/{id}",
  input: z.strictObject({ id }),
  output: engagementDetail,
  run: async ({ id }, { db }) => ({ ...(await engagementById(db, id)), revisions: await revisionsOf(db, id) }),
})

export const createEngagement = mutation({
  name: "engagements.create",
  summary: "Start an engagement",
  permission: "clients:write",
  rest: "POST /clients/engagements",
  input: newEngagement,
  output: engagementDetail,

  async run({ summary, ...input }, { db, record }) {
    requireOrderedDays(input)
    const client = await clientById(db, input.clientId, { lock: true })
    if (client.status === "archived") throw conflict("clients.refusals.archived", { name: client.name })
    await requireContractOf(db, client.id, input.contractId)
    const [engagement] = await db.insert(engagements).values(input).returning()
    await addRevision(db, { engagement: engagement!, contractId: input.contractId, summary })
    record("engagement.created", engagement!)
    return { ...engagement!, clientName: client.name, revisions: await revisionsOf(db, engagement!.id) }
  },
})

export const updateEngagement = mutation({
  name: "engagements.update",
  summary: "Revise an engagement",
  permission: "clients:write",
  rest: "PATCH /clients/engagements/{id}",
  input: engagementChange,
  output: engagementDetail,

  async run({ id, summary, ...changes }, { db, record, expect }) {
    const before = await engagementById(db, id, { lock: true })
    expect(before)
    requireOrderedDays({ ...before, ...changes })
    await requireContractOf(db, before.clientId, changes.contractId)
    const [after] = await db.update(engagements).set(touched(changes)).where(eq(engagements.id, id)).returning()
    const engagement = { ...after!, clientName: before.clientName }
    await addRevision(db, { engagement, contractId: engagement.contractId, summary })
    record("engagement.revised", engagement, changedFields(before, engagement))
    return { ...engagement, revisions: await revisionsOf(db, id) }
  },
})
