import { describe, expect, it } from "vitest"
import { gate } from "@/db/gate"
import { createClient, updateClient } from "@/lib/domains/clients/operations"
import { listOurProjects } from "@/lib/domains/projects/portal"
import { sha256 } from "@/lib/platform/secrets"
import { aFirm, eventsOf } from "@/test/given"
import {
  createPortalUser,
  invitePortalUserAgain,
  listPortalUsers,
  listPortalUsersOfClient,
  readPortalUser,
  revokePortalUser,
  updatePortalUser,
} from "./operations"
import { invitationSecret } from "./rules"

const pat = { email: "Pat@Harbour.test", name: "Pat Morgan" }
const invitation = (row: { id: string; version: number }) => gate.invitation(sha256(invitationSecret(row)))

async function aClient() {
  const firm = await aFirm()
  return { ...firm, client: await firm.owner.does(createClient, { name: "Harbour & Co" }) }
}

describe("a portal user", () => {
  it("is invited: the secret made from the row opens the invitation, and the event goes to the mail", async () => {
    const { owner, client, firm } = await aClient()
    const invited = await owner.does(createPortalUser, { id: client.id, ...pat, role: "billing" })
    expect(invited).toMatchObject({
      email: "pat@harbour.test",
      status: "invited",
      role: "billing",
      clientId: client.id,
    })
    expect(await invitation(invited)).toMatchObject({ about: "portal_user", firmId: firm.id, clientId: client.id })
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "portalUser.invited", subjectId: invited.id })
    expect((await owner.does(listPortalUsersOfClient, { id: client.id })).items).toMatchObject([{ id: invited.id }])
  })

  it("invited twice is one person with a fresh invitation; the first no longer opens", async () => {
    const { owner, client } = await aClient()
    const first = await owner.does(createPortalUser, { id: client.id, ...pat })
    const second = await owner.does(createPortalUser, { id: client.id, ...pat, role: "viewer" })
    expect(second).toMatchObject({ id: first.id, role: "viewer", status: "invited" })
    expect(await invitation(first)).toBeUndefined()
    expect(await invitation(second)).toBeDefined()
    const third = await owner.does(invitePortalUserAgain, { id: first.id })
    expect(await invitation(second)).toBeUndefined()
    expect(await invitation(third)).toBeDefined()
  })

  it("may belong to several clients", async () => {
    const { owner, client } = await aClient()
    const other = await owner.does(createClient, { name: "Globex" })
    const here = await owner.does(createPortalUser, { id: client.id, ...pat })
    const there = await owner.does(createPortalUser, { id: other.id, ...pat })
    expect(here.id).not.toBe(there.id)
    expect(await invitation(here)).toMatchObject({ clientId: client.id })
    expect(await invitation(there)).toMatchObject({ clientId: other.id })
  })

  it("who is active is not invited again, and joining ends with a role that can change", async () => {
    const { owner, client, portalUser } = await aClient()
    const active = await portalUser(client.id)
    const { email } = await owner.does(readPortalUser, { id: active.id })
    await expect(owner.does(createPortalUser, { id: client.id, email, name: "Pat" })).rejects.toMatchObject({
      code: "conflict",
    })
    await expect(owner.does(invitePortalUserAgain, { id: active.id })).rejects.toMatchObject({ code: "conflict" })
    expect(await owner.does(updatePortalUser, { id: active.id, role: "viewer" })).toMatchObject({ role: "viewer" })
  })

  it("who is still invited gets a working invitation after a change of role", async () => {
    const { owner, client, firm } = await aClient()
    const invited = await owner.does(createPortalUser, { id: client.id, ...pat })
    const changed = await owner.does(updatePortalUser, { id: invited.id, role: "viewer" })
    expect(await invitation(changed)).toBeDefined()
    expect((await eventsOf(firm)).filter(({ name }) => name === "portalUser.invited")).toHaveLength(2)
  })

  it("who is revoked is out at once, and an open invitation with them", async () => {
    const { owner, client, portalUser } = await aClient()
    const active = await portalUser(client.id)
    await active.does(listOurProjects, {})
    expect(await owner.does(revokePortalUser, { id: active.id })).toMatchObject({ status: "revoked" })
    await expect(active.does(listOurProjects, {})).rejects.toMatchObject({ code: "unauthenticated" })
    await expect(owner.does(revokePortalUser, { id: active.id })).rejects.toMatchObject({ code: "conflict" })

    const invited = await owner.does(createPortalUser, { id: client.id, ...pat })
    const revoked = await owner.does(revokePortalUser, { id: invited.id })
    for (const row of [invited, revoked]) expect(await invitation(row)).toBeUndefined()
    expect(await owner.does(invitePortalUserAgain, { id: invited.id })).toMatchObject({ status: "invited" })
  })

  it("of another client of the same person keeps their session there", async () => {
    const { owner, client, portalUser } = await aClient()
    const other = await owner.does(createClient, { name: "Globex" })
    const [here, there] = [await portalUser(client.id), await portalUser(other.id)]
    await owner.does(revokePortalUser, { id: here.id })
    expect((await there.does(listOurProjects, {})).count).toBe(0)
  })

  it("is not invited to an archived client", async () => {
    const { owner, client } = await aClient()
    await owner.does(updateClient, { id: client.id, status: "archived" })
    await expect(owner.does(createPortalUser, { id: client.id, ...pat })).rejects.toMatchObject({
      code: "conflict",
      sentence: { key: "clients.refusals.archived" },
    })
  })

  it("of another firm is as if they did not exist", async () => {
    const { owner, client } = await aClient()
    const { id } = await owner.does(createPortalUser, { id: client.id, ...pat })
    const { owner: stranger } = await aFirm()
    const missing = { code: "not_found" }
    await expect(stranger.does(readPortalUser, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(updatePortalUser, { id, role: "viewer" })).rejects.toMatchObject(missing)
    await expect(stranger.does(revokePortalUser, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(invitePortalUserAgain, { id })).rejects.toMatchObject(missing)
    await expect(stranger.does(createPortalUser, { id: client.id, ...pat })).rejects.toMatchObject(missing)
    await expect(stranger.does(listPortalUsersOfClient, { id: client.id })).rejects.toMatchObject(missing)
    expect((await stranger.does(listPortalUsers, {})).count).toBe(0)
  })

  it("is invited and revoked only by those who may write clients", async () => {
    const { owner, client, member } = await aClient()
    const { id } = await owner.does(createPortalUser, { id: client.id, ...pat })
    const viewer = await member("readonly")
    expect((await viewer.does(listPortalUsers, { clientId: client.id })).count).toBe(1)
    const no = { code: "forbidden" }
    await expect(viewer.does(createPortalUser, { id: client.id, ...pat })).rejects.toMatchObject(no)
    await expect(viewer.does(updatePortalUser, { id, role: "viewer" })).rejects.toMatchObject(no)
    await expect(viewer.does(revokePortalUser, { id })).rejects.toMatchObject(no)
    await expect(viewer.does(invitePortalUserAgain, { id })).rejects.toMatchObject(no)
  })

  it("invited by ten at the same moment is one row, and the last invitation opens", async () => {
    const { owner, client } = await aClient()
    const all = await Promise.all(
      Array.from({ length: 10 }, () => owner.does(createPortalUser, { id: client.id, ...pat })),
    )
    expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    const opens = await Promise.all(all.map(invitation))
    expect(opens.filter(Boolean)).toHaveLength(1)
  })
})
