import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { portalUsers } from "@/db/schema"
import { clientById } from "@/lib/domains/clients/queries"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { findPortalUsers, portalUserById, portalUserList, portalUsersOfClient } from "./queries"
import { newPortalUser, portalUserChange, portalUserOut } from "./schema"
import { invitePortalUser, mintInvitation, withdrawInvitation } from "./writes"

export const listPortalUsers = list({
  name: "portalUsers.list",
  summary: "List portal users",
  permission: "clients:read",
  rest: "GET /clients/portal-users",
  input: portalUserList,
  item: portalUserOut,
  run: (input, { db }) => findPortalUsers(db, input),
})

export const listPortalUsersOfClient = list({
  name: "portalUsers.listOfClient",
  summary: "List a client's portal users",
  permission: "clients:read",
  rest: "GET /clients/clients/{id}/portal-users",
  input: portalUsersOfClient,
  item: portalUserOut,
  async run({ id: clientId, ...input }, { db }) {
    await clientById(db, clientId)
    return findPortalUsers(db, { ...input, clientId })
  },
})

export const readPortalUser = query({
  name: "portalUsers.read",
  summary: "Read a portal user",
  permission: "clients:read",
  rest: "GET /clients/portal-users/{id}",
  input: z.strictObject({ id }),
  output: portalUserOut,
  run: ({ id }, { db }) => portalUserById(db, id),
})

export const createPortalUser = mutation({
  name: "portalUsers.create",
  summary: "Invite a person to a client's portal",
  permission: "clients:write",
  rest: "POST /clients/clients/{id}/portal-users",
  place: "/clients/portal-users",
  status: 201,
  input: newPortalUser,
  output: portalUserOut,

  async run({ id: clientId, ...person }, { db, record }) {
    const client = await clientById(db, clientId, { lock: true })
    if (client.status === "archived") throw conflict("clients.refusals.archived", { name: client.name })
    const { portalUser, invited } = await invitePortalUser(db, { clientId, ...person })
    if (!invited) throw conflict("clients.refusals.alreadyActive", { email: person.email })
    record("portalUser.invited", { id: portalUser.id, clientId })
    return { ...portalUser, clientName: client.name }
  },
})

export const updatePortalUser = mutation({
  name: "portalUsers.update",
  summary: "Change a portal user's role",
  permission: "clients:write",
  rest: "PATCH /clients/portal-users/{id}",
  input: portalUserChange,
  output: portalUserOut,

  async run({ id, role }, { db, record, expect }) {
    const before = await portalUserById(db, id, { lock: true })
    expect(before)
    const [portalUser] = await db.update(portalUsers).set({ role }).where(eq(portalUsers.id, id)).returning()
    record("portalUser.updated", before, ["role"])
    if (portalUser!.status === "invited") {
      await mintInvitation(db, portalUser!)
      record("portalUser.invited", before)
    }
    return { ...portalUser!, clientName: before.clientName }
  },
})

export const invitePortalUserAgain = mutation({
  name: "portalUsers.invite",
  summary: "Send a portal user's invitation again",
  permission: "clients:write",
  rest: "POST /clients/portal-users/{id}/invite",
  input: z.strictObject({ id }),
  output: portalUserOut,

  async run({ id }, { db, record }) {
    const before = await portalUserById(db, id, { lock: true })
    const { portalUser, invited } = await invitePortalUser(db, before)
    if (!invited) throw conflict("clients.refusals.alreadyActive", { email: before.email })
    record("portalUser.invited", before)
    return { ...portalUser, clientName: before.clientName }
  },
})

export const revokePortalUser = mutation({
  name: "portalUsers.revoke",
  summary: "Revoke a portal user's access",
  permission: "clients:write",
  rest: "POST /clients/portal-users/{id}/revoke",
  input: z.strictObject({ id }),
  output: portalUserOut,

  async run({ id }, { db, record }) {
    const before = await portalUserById(db, id, { lock: true })
    if (before.status === "revoked") throw conflict("clients.refusals.alreadyRevoked", { email: before.email })
    const [portalUser] = await db
      .update(portalUsers)
      .set({ status: "revoked" })
      .where(eq(portalUsers.id, id))
      .returning()
    await withdrawInvitation(db, portalUser!)
    if (before.userId)
      await db.execute(sql`select auth.end_sessions_of(${before.userId}::uuid, ${before.clientId}::uuid)`)
    record("portalUser.revoked", before)
    return { ...portalUser!, clientName: before.clientName }
  },
})
