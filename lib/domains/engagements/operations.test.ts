import { describe, expect, it } from "vitest"
import { createClient, updateClient } from "@/lib/domains/clients/operations"
import { aFirm } from "@/test/given"
import { createEngagement, listEngagements, readEngagement, updateEngagement } from "./operations"
import { listOurEngagementHistory } from "./portal"

async function anEngagement() {
  const firm = await aFirm()
  const client = await firm.owner.does(createClient, { name: "Harbour & Co" })
  const engagement = await firm.owner.does(createEngagement, {
    clientId: client.id,
    name: "Annual accounts",
    startsOn: "2026-01-01",
    summary: "Agreed as offered.",
  })
  return { ...firm, client, engagement }
}

describe("an engagement", () => {
  it("keeps every revision: what changed, when, in whose words", async () => {
    const { owner, engagement } = await anEngagement()
    const revised = await owner.does(updateEngagement, {
      id: engagement.id,
      status: "paused",
      summary: "Paused until the merger is done.",
    })
    expect(revised).toMatchObject({
      status: "paused",
      revisions: [
        { revision: 2, summary: "Paused until the merger is done." },
        { revision: 1, summary: "Agreed as offered." },
      ],
    })
    expect(await owner.does(readEngagement, { id: engagement.id })).toEqual(revised)
    expect((await owner.does(listEngagements, { status: "paused" })).items).toMatchObject([{ id: engagement.id }])
  })

  it("numbers its revisions without gaps when several are made at once", async () => {
    const { owner, engagement } = await anEngagement()
    await Promise.all(
      Array.from({ length: 6 }, (_, n) => owner.does(updateEngagement, { id: engagement.id, summary: `Change ${n}` })),
    )
    const { revisions } = await owner.does(readEngagement, { id: engagement.id })
    expect(revisions.map(({ revision }) => revision)).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it("is not revised without words, backwards in time, under another's contract or for an archived client", async () => {
    const { owner, client, engagement } = await anEngagement()
    const { id } = engagement
    const wrong = { code: "validation_error" }
    await expect(owner.does(updateEngagement, { id, summary: "" })).rejects.toMatchObject(wrong)
    await expect(owner.does(updateEngagement, { id, endsOn: "2025-12-31", summary: "x" })).rejects.toMatchObject({
      fields: { endsOn: [{ key: "engagements.refusals.endsBeforeStart" }] },
    })
    await expect(
      owner.does(updateEngagement, { id, contractId: crypto.randomUUID(), summary: "x" }),
    ).rejects.toMatchObject({ fields: { contractId: [expect.anything()] } })
    await owner.does(updateClient, { id: client.id, status: "archived" })
    await expect(
      owner.does(createEngagement, { clientId: client.id, name: "More", summary: "x" }),
    ).rejects.toMatchObject({ code: "conflict" })
    expect((await owner.does(readEngagement, { id })).revisions).toHaveLength(1)
  })

  it("is history that its own client reads and no other", async () => {
    const { owner, client, engagement, portalUser } = await anEngagement()
    const sibling = await owner.does(createClient, { name: "Globex" })
    const pat = await portalUser(client.id, "viewer")
    expect((await pat.does(listOurEngagementHistory, {})).items).toMatchObject([
      { engagementId: engagement.id, engagementName: "Annual accounts", revision: 1, summary: "Agreed as offered." },
    ])
    expect((await pat.does(listOurEngagementHistory, { q: "nothing like it" })).count).toBe(0)
    const gil = await portalUser(sibling.id)
    expect((await gil.does(listOurEngagementHistory, {})).items).toEqual([])
    expect((await gil.does(listOurEngagementHistory, { engagementId: engagement.id })).count).toBe(0)
  })

  it("of another firm is as if it did not exist, and only those who may write clients revise it", async () => {
    const { engagement, client, member } = await anEngagement()
    const { owner: stranger } = await aFirm()
    const { id } = engagement
    await expect(stranger.does(readEngagement, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(stranger.does(updateEngagement, { id, summary: "x" })).rejects.toMatchObject({ code: "not_found" })
    await expect(
      stranger.does(createEngagement, { clientId: client.id, name: "x", summary: "x" }),
    ).rejects.toMatchObject({ code: "not_found" })
    const viewer = await member("readonly")
    await expect(viewer.does(updateEngagement, { id, summary: "x" })).rejects.toMatchObject({ code: "forbidden" })
  })
})
