import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { gate } from "@/db/gate"
import { acceptInvitation } from "@/lib/domains/access/public"
import { invitationSecret } from "@/lib/domains/portal-users/rules"
import { perform } from "@/lib/kernel/perform"
import { sha256 } from "@/lib/platform/secrets"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { aMailbox } from "@/test/mailbox"
import { react } from "@/test/reacting"
import {
  deactivateMember,
  inviteMember,
  inviteMemberAgain,
  listMembers,
  reactivateMember,
  readMember,
  setMemberAccess,
  transferOwnership,
  updateMember,
} from "./operations"
import { mailInvitation } from "./reactions"

const hannah = { email: "Hannah@firm.test", name: "Hannah Lee", role: "staff" as const }
const forbidden = { code: "forbidden" }
const conflict = { code: "conflict" }
const notFound = { code: "not_found" }

describe("an invitation", () => {
  it("lets the person join with the role and the grants it was sent with", async () => {
    const { firm, owner } = await aFirm()
    const member = await owner.does(inviteMember, { ...hannah, email: "hl@firm.test", grants: ["projects:read"] })
    expect(member).toMatchObject({ email: "hl@firm.test", status: "invited", role: "staff", grants: ["projects:read"] })

    const token = invitationSecret(member)
    await perform(acceptInvitation, null, { token, name: "Hannah L.", password: "four unrelated words" }, owner.visit)
    expect(await owner.does(readMember, { id: member.id })).toMatchObject({ status: "active", name: "Hannah L." })
    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual(["member.invited", "member.joined"])
    await expect(owner.does(inviteMemberAgain, { id: member.id })).rejects.toMatchObject(conflict)
  })

  it("is one for an address: a second is refused and says what to do", async () => {
    const { owner } = await aFirm()
    const { id } = await owner.does(inviteMember, hannah)
    await expect(owner.does(inviteMember, hannah)).rejects.toMatchObject({
      sentence: { key: "team.refusals.known.invited" },
    })
    await owner.does(deactivateMember, { id })
    await expect(owner.does(inviteMember, hannah)).rejects.toMatchObject({
      sentence: { key: "team.refusals.known.deactivated" },
    })
  })

  it("ends the link before it when it is sent again, changed or withdrawn", async () => {
    const { owner } = await aFirm()
    const works = async (member: { id: string; version: number }) =>
      Boolean(await gate.invitation(sha256(invitationSecret(member))))
    const first = await owner.does(inviteMember, hannah)
    expect(await works(first)).toBe(true)
    const changed = await owner.does(updateMember, { id: first.id, role: "manager" })
    expect([await works(first), await works(changed)]).toEqual([false, true])
    const withdrawn = await owner.does(deactivateMember, { id: first.id })
    expect([await works(changed), await works(withdrawn)]).toEqual([false, false])
    const again = await owner.does(reactivateMember, { id: first.id })
    expect(again.status).toBe("invited")
    expect(await works(again)).toBe(true)
  })

  it("refuses grants that nobody can give", async () => {
    const { owner } = await aFirm()
    const grants = ["team:manage"] as never
    await expect(owner.does(inviteMember, { ...hannah, grants })).rejects.toMatchObject({ code: "validation_error" })
  })
})

describe("the invitation's mail", () => {
  let mailbox: Awaited<ReturnType<typeof aMailbox>>
  beforeAll(async () => {
    mailbox = await aMailbox()
  })
  afterAll(() => mailbox.close())

  it("is sent once, with a link that works", async () => {
    const { firm, owner, system } = await aFirm({ name: "Acme" })
    const member = await owner.does(inviteMember, hannah)
    await react(system, firm.id, mailInvitation)
    await react(system, firm.id, mailInvitation)
    expect(mailbox.received).toHaveLength(1)
    expect(mailbox.received[0]).toMatchObject({ subject: "Join Acme" })
    expect(mailbox.received[0]!.text).toContain(
      `http://${firm.subdomain}.localhost:3000/invitations/${invitationSecret(member)}`,
    )
  })
})

describe("access", () => {
  it("changes at once and ends the sessions that were open", async () => {
    const { owner, member } = await aFirm()
    const staff = await member("staff")
    await expect(staff.does(listMembers, {})).rejects.toMatchObject(forbidden)
    await owner.does(setMemberAccess, { id: staff.id, role: "staff", grants: ["team:read", "projects:read"] })
    await expect(staff.does(listMembers, {})).rejects.toMatchObject({ code: "unauthenticated" })
    expect(await owner.does(readMember, { id: staff.id })).toMatchObject({ grants: ["projects:read", "team:read"] })
    expect(await owner.does(setMemberAccess, { id: staff.id, role: "staff" })).toMatchObject({ grants: [] })
  })

  it("keeps sessions when only the name or rate changes", async () => {
    const { owner, member } = await aFirm()
    const manager = await member("manager")
    await owner.does(updateMember, { id: manager.id, name: "Maya", hourlyRate: "180.00" })
    expect(await manager.does(readMember, { id: manager.id })).toMatchObject({ name: "Maya", hourlyRate: "180.00" })
  })

  it("of an owner is no admin's business, nor is making one", async () => {
    const { owner, member } = await aFirm()
    const [admin, manager] = [await member("admin"), await member("manager")]
    await expect(admin.does(updateMember, { id: owner.id, name: "x" })).rejects.toMatchObject(forbidden)
    await expect(admin.does(deactivateMember, { id: owner.id })).rejects.toMatchObject(forbidden)
    await expect(admin.does(setMemberAccess, { id: manager.id, role: "owner" })).rejects.toMatchObject(forbidden)
    await expect(admin.does(inviteMember, { ...hannah, role: "owner" })).rejects.toMatchObject(forbidden)
    await expect(admin.does(transferOwnership, { id: manager.id })).rejects.toMatchObject(forbidden)
    expect(await admin.does(setMemberAccess, { id: manager.id, role: "readonly" })).toMatchObject({ role: "readonly" })
  })

  it("is not for managers to change, nor for anybody of another firm to see", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const manager = await ours.member("manager")
    const staff = await ours.member("staff")
    await expect(manager.does(setMemberAccess, { id: staff.id, role: "admin" })).rejects.toMatchObject(forbidden)
    await expect(manager.does(inviteMember, hannah)).rejects.toMatchObject(forbidden)
    for (const operation of [readMember, inviteMemberAgain, deactivateMember, reactivateMember, transferOwnership]) {
      await expect(theirs.owner.does(operation, { id: staff.id })).rejects.toMatchObject(notFound)
    }
    await expect(theirs.owner.does(updateMember, { id: staff.id, name: "x" })).rejects.toMatchObject(notFound)
    expect((await theirs.owner.does(listMembers, {})).count).toBe(1)
  })
})

describe("the last owner", () => {
  it("stays one, and nobody changes their own access", async () => {
    const { owner, member } = await aFirm()
    await expect(owner.does(deactivateMember, { id: owner.id })).rejects.toMatchObject({
      sentence: { key: "team.refusals.lastOwner" },
    })
    await expect(owner.does(setMemberAccess, { id: owner.id, role: "admin" })).rejects.toMatchObject(conflict)
    const second = await member("owner")
    await expect(owner.does(updateMember, { id: owner.id, role: "admin" })).rejects.toMatchObject({
      sentence: { key: "team.refusals.oneself" },
    })
    expect(await owner.does(setMemberAccess, { id: second.id, role: "admin" })).toMatchObject({ role: "admin" })
  })

  it("is left when two owners remove each other at the same moment", async () => {
    const { firm, owner, member } = await aFirm()
    const second = await member("owner")
    const results = await Promise.allSettled([
      owner.does(setMemberAccess, { id: second.id, role: "admin" }),
      second.does(deactivateMember, { id: owner.id }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const left =
      await database`select id from members where firm_id = ${firm.id} and role = 'owner' and status = 'active'`
    expect(left).toHaveLength(1)
  })
})

describe("deactivating", () => {
  it("shuts a member out at once, API keys included, and reactivating lets them in again", async () => {
    const { owner, member } = await aFirm()
    const manager = await member("manager")
    const key = "cpk_test-of-a-key-that-belongs-to-the-manager"
    await database`insert into auth.keys (hash, kind, surface, firm_id, user_id, scopes, expires_at) values (${sha256(key + manager.id)},
      'api', 'workspace', (select firm_id from members where id = ${manager.id}), ${manager.userId}, ${["team:read"]}, now() + interval '1 day')`
    const byKey = () => perform(listMembers, { surface: "workspace", secret: key + manager.id }, {}, manager.visit)
    expect((await byKey()).count).toBe(2)

    await owner.does(deactivateMember, { id: manager.id })
    await expect(manager.does(listMembers, {})).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(byKey()).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(owner.does(deactivateMember, { id: manager.id })).rejects.toMatchObject(conflict)

    expect(await owner.does(reactivateMember, { id: manager.id })).toMatchObject({ status: "active" })
    await expect(owner.does(reactivateMember, { id: manager.id })).rejects.toMatchObject(conflict)
    expect((await byKey()).count).toBe(2)
  })
})

describe("handing the ownership over", () => {
  it("makes the other the owner and oneself an admin, in one step", async () => {
    const { owner, member } = await aFirm()
    const manager = await member("manager")
    expect(await owner.does(transferOwnership, { id: manager.id })).toMatchObject({ role: "owner" })
    expect(await owner.does(readMember, { id: owner.id })).toMatchObject({ role: "admin" })
    await expect(owner.does(transferOwnership, { id: manager.id })).rejects.toMatchObject(forbidden)
  })

  it("needs somebody who can sign in, other than oneself", async () => {
    const { owner } = await aFirm()
    const { id } = await owner.does(inviteMember, hannah)
    await expect(owner.does(transferOwnership, { id })).rejects.toMatchObject(conflict)
    await expect(owner.does(transferOwnership, { id: owner.id })).rejects.toMatchObject(conflict)
  })
})
