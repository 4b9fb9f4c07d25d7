import { eq } from "drizzle-orm"
import { z } from "zod"
import { members } from "@/db/schema"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { findMembers, memberById, memberList } from "./queries"
import { grantsFor, ownersOnly, refuseOneself, requireAnotherOwner, requireOwnerFor } from "./rules"
import { memberAccess, memberChange, memberOut, newMember } from "./schema"
import { changeMember, endSessions, mintInvitation, saveMember, takeMember, withdrawInvitation } from "./writes"

export const listMembers = list({
  name: "team.list",
  summary: "List the team",
  permission: "team:read",
  rest: "GET /team/members",
  input: memberList,
  item: memberOut,
  run: (input, { db }) => findMembers(db, input),
})

export const readMember = query({
  name: "team.read",
  summary: "Read a member of the team",
  permission: "team:read",
  rest: "GET /team/members/{id}",
  input: z.strictObject({ id }),
  output: memberOut,
  run: ({ id }, { db }) => memberById(db, id),
})

export const inviteMember = mutation({
  name: "team.invite",
  summary: "Invite a person to the team",
  permission: "team:manage",
  rest: "POST /team/members",
  input: newMember,
  output: memberOut,

  async run({ grants, ...person }, { db, actor, record }) {
    requireOwnerFor(actor, person.role)
    const [member] = await db
      .insert(members)
      .values({ ...person, grants: grantsFor(person.role, grants) })
      .onConflictDoNothing({ target: [members.firmId, members.email] })
      .returning()
    if (!member) {
      const [known] = await db.select({ status: members.status }).from(members).where(eq(members.email, person.email))
      throw conflict(`team.refusals.known.${known!.status}`, { email: person.email })
    }
    await mintInvitation(db, member)
    record("member.invited", { id: member.id })
    return member
  },
})

export const inviteMemberAgain = mutation({
  name: "team.inviteAgain",
  summary: "Send a member's invitation again",
  permission: "team:manage",
  rest: "POST /team/members/{id}/invite",
  input: z.strictObject({ id }),
  output: memberOut,

  async run({ id }, scope) {
    const { before } = await takeMember(scope, id)
    if (before.status !== "invited") throw conflict("team.refusals.notInvited", { name: before.name })
    await mintInvitation(scope.db, before)
    scope.record("member.invited", { id })
    return before
  },
})

export const updateMember = mutation({
  name: "team.update",
  summary: "Change a member's name, rate, role or grants",
  permission: "team:manage",
  rest: "PATCH /team/members/{id}",
  input: memberChange,
  output: memberOut,
  run: ({ id, ...changes }, scope) => changeMember(scope, id, changes),
})

export const setMemberAccess = mutation({
  name: "team.setAccess",
  summary: "Set a member's role and grants",
  permission: "team:manage",
  rest: "PUT /team/members/{id}/access",
  input: memberAccess,
  output: memberOut,
  run: ({ id, ...access }, scope) => changeMember(scope, id, access),
})

export const deactivateMember = mutation({
  name: "team.deactivate",
  summary: "Deactivate a member",
  permission: "team:manage",
  rest: "POST /team/members/{id}/deactivate",
  input: z.strictObject({ id }),
  output: memberOut,

  async run({ id }, scope) {
    const { db, actor, record } = scope
    const { owners, before } = await takeMember(scope, id)
    requireAnotherOwner(owners, before)
    refuseOneself(actor, before)
    if (before.status === "deactivated") throw conflict("team.refusals.deactivated", { name: before.name })
    const member = await saveMember(db, id, { status: "deactivated" })
    await withdrawInvitation(db, member)
    await endSessions(db, member)
    record("member.deactivated", { id })
    return member
  },
})

export const reactivateMember = mutation({
  name: "team.reactivate",
  summary: "Reactivate a member",
  permission: "team:manage",
  rest: "POST /team/members/{id}/reactivate",
  input: z.strictObject({ id }),
  output: memberOut,

  async run({ id }, scope) {
    const { db, record } = scope
    const { before } = await takeMember(scope, id)
    if (before.status !== "deactivated") throw conflict("team.refusals.notDeactivated", { name: before.name })
    const member = await saveMember(db, id, { status: before.userId ? "active" : "invited" })
    record("member.reactivated", { id })
    if (member.status === "invited") {
      await mintInvitation(db, member)
      record("member.invited", { id })
    }
    return member
  },
})

export const transferOwnership = mutation({
  name: "team.transferOwnership",
  summary: "Hand one's ownership of the firm over to another member",
  permission: "team:manage",
  rest: "POST /team/members/{id}/transfer-ownership",
  input: z.strictObject({ id }),
  output: memberOut,

  async run({ id }, scope) {
    const { db, actor, record } = scope
    if (actor.role !== "owner" || !actor.id) throw ownersOnly()
    const { before } = await takeMember(scope, id)
    refuseOneself(actor, before)
    if (before.status !== "active") throw conflict("team.refusals.notActive", { name: before.name })
    const member = await saveMember(db, id, { role: "owner", grants: [] })
    await saveMember(db, actor.id, { role: "admin" })
    record("member.ownershipTransferred", { id }, ["role"])
    record("member.updated", { id: actor.id }, ["role"])
    return member
  },
})
