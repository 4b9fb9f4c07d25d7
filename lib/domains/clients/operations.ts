import { eq } from "drizzle-orm"
import { z } from "zod"
import { clients } from "@/db/schema"
import { activeMember } from "@/lib/domains/projects/queries"
import { changedFields, touched } from "@/lib/kernel/change"
import { choiceQuery, choicesOut } from "@/lib/kernel/choices"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { clientById, clientChoices, clientList, figuresOfClient, findClients } from "./queries"
import { clientChange, clientFigures, clientOut, newClient } from "./schema"

export const listClients = list({
  name: "clients.list",
  summary: "List clients",
  permission: "clients:read",
  rest: "GET /clients/clients",
  input: clientList,
  item: clientOut,
  run: (input, { db }) => findClients(db, input),
})

export const readClient = query({
  name: "clients.read",
  summary: "Read a client",
  permission: "clients:read",
  rest: "GET /clients/clients/{id}",
  input: z.strictObject({ id }),
  output: clientOut,
  run: ({ id }, { db }) => clientById(db, id),
})

export const listClientChoices = query({
  name: "clients.choices",
  summary: "List whom work can be done for",
  permission: "clients:read",
  rest: "GET /clients/choices",
  input: z.strictObject({ ...choiceQuery, clientId: id.optional() }),
  output: choicesOut,
  run: async (input, { db }) => ({ results: await clientChoices(db, input) }),
})

export const readClientFigures = query({
  name: "clients.figures",
  summary: "Read what a client owes and what is unbilled",
  permission: "clients:read",
  rest: "GET /clients/clients/{id}/figures",
  input: z.strictObject({ id }),
  output: clientFigures,
  run: async ({ id }, { db, actor }) => figuresOfClient(db, await clientById(db, id), actor),
})

export const createClient = mutation({
  name: "clients.create",
  summary: "Create a client",
  permission: "clients:write",
  rest: "POST /clients/clients",
  input: newClient,
  output: clientOut,

  async run(input, { db, actor, record }) {
    if (input.ownerId) await activeMember(db, input.ownerId)
    const [client] = await db
      .insert(clients)
      .values({ ...input, currency: input.currency ?? actor.currency })
      .returning()
    record("client.created", { id: client!.id, clientId: client!.id })
    return client!
  },
})

export const updateClient = mutation({
  name: "clients.update",
  summary: "Change a client",
  permission: "clients:write",
  rest: "PATCH /clients/clients/{id}",
  input: clientChange,
  output: clientOut,

  async run({ id, ...changes }, { db, record, expect }) {
    const before = await clientById(db, id, { lock: true })
    expect(before)
    if (changes.ownerId && changes.ownerId !== before.ownerId) await activeMember(db, changes.ownerId)
    const [client] = await db.update(clients).set(touched(changes)).where(eq(clients.id, id)).returning()
    record("client.updated", { id, clientId: id }, changedFields(before, client!))
    return client!
  },
})
