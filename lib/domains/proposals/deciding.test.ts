import { describe, expect, it } from "vitest"
import { perform } from "@/lib/kernel/perform"
import { aProposal, aSentProposal, strangerAt, tokenOf } from "@/test/crm"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { readContract } from "../contracts/operations"
import { readProspect } from "../prospects/operations"
import { acceptOnBehalf, declineOnBehalf, downloadProposal, revokeLink, sendProposal } from "./operations/deciding"
import { readProposal, updateProposal } from "./operations/editing"
import { readOffer } from "./public"

const signer = { signerName: "Hana Bay", signerEmail: "hana@harbour.test" }

describe("sending a proposal", () => {
  it("needs a line and a day that is still to come", async () => {
    const { owner } = await aFirm()
    const empty = await aProposal(owner, { lines: [] })
    await expect(owner.does(sendProposal, { id: empty.id })).rejects.toMatchObject({
      sentence: { key: "proposals.refusals.noLines" },
    })
    const late = await aProposal(owner, { validUntil: "2020-01-01" })
    await expect(owner.does(sendProposal, { id: late.id })).rejects.toMatchObject({ code: "conflict" })
  })

  it("answers the link, again whenever it is read by those who may send, and on the firm's own domain", async () => {
    const { firm, owner, member } = await aFirm()
    const sent = await aSentProposal(owner)
    expect(sent).toMatchObject({ status: "sent", clientId: null })
    expect(sent.publicUrl).toBe(`http://${firm.subdomain}.portal.localhost:3000/proposals/${sent.token}`)
    expect(sent.token).toMatch(/^prp_/)
    expect((await owner.does(readProposal, { id: sent.id })).publicUrl).toBe(sent.publicUrl)
    expect((await (await member("readonly")).does(readProposal, { id: sent.id })).publicUrl).toBeNull()

    await database`update firms set portal_domain = ${`${firm.subdomain}.example.test`} where id = ${firm.id}`
    expect((await owner.does(readProposal, { id: sent.id })).publicUrl).toBe(
      `http://${firm.subdomain}.example.test/proposals/${sent.token}`,
    )
  })

  it("again sends the same link, and a new one after the old was killed", async () => {
    const { firm, owner } = await aFirm()
    const { id, token } = await aSentProposal(owner)
    expect(tokenOf((await owner.does(sendProposal, { id })).publicUrl)).toBe(token)
    const visit = strangerAt(firm)
    expect(await perform(readOffer, null, { token }, visit)).toMatchObject({ id })

    expect(await owner.does(revokeLink, { id })).toMatchObject({ publicUrl: null, status: "sent" })
    await owner.does(revokeLink, { id })
    await expect(perform(readOffer, null, { token }, visit)).rejects.toMatchObject({ code: "not_found" })
    const fresh = tokenOf((await owner.does(sendProposal, { id })).publicUrl)
    expect(fresh).not.toBe(token)
    expect(await perform(readOffer, null, { token: fresh }, visit)).toMatchObject({ id })
    await expect(perform(readOffer, null, { token }, visit)).rejects.toMatchObject({ code: "not_found" })
    expect((await eventsOf(firm)).filter(({ name }) => name === "proposal.linkRevoked")).toHaveLength(1)
  })
})

describe("accepting on behalf of a client", () => {
  it("makes client, contract, engagement, project and portal user, and names who wrote it down", async () => {
    const { firm, owner } = await aFirm()
    const sent = await aSentProposal(owner, { terms: "Paid in 14 days." })
    const made = await owner.does(acceptOnBehalf, { id: sent.id, ...signer })

    expect(await owner.does(readProposal, { id: sent.id })).toMatchObject({
      status: "accepted",
      contractId: made.contractId,
      acceptance: { ...signer, onBehalf: true, enteredBy: owner.id, enteredByName: "Test owner", intact: true },
    })
    expect(await owner.does(readContract, { id: made.contractId })).toMatchObject({
      status: "sent",
      signedAt: null,
      signedOnBehalf: true,
      clientId: made.clientId,
      clientName: "Harbour & Co",
      total: "550.00",
      terms: "Paid in 14 days.",
    })
    expect(await owner.does(readProspect, { id: sent.prospectId })).toMatchObject({
      stage: "won",
      clientId: made.clientId,
    })
    const [project] = await database`select * from projects where firm_id = ${firm.id}`
    expect(project).toMatchObject({ id: made.projectId, name: "Year end 2026", status: "planned", budget: "550.00" })
    const [portalUser] = await database`select * from portal_users where firm_id = ${firm.id}`
    expect(portalUser).toMatchObject({
      id: made.portalUserId,
      email: signer.signerEmail,
      role: "admin",
      status: "invited",
    })
    const revisions =
      await database`select engagement_id, revision, contract_id from engagement_revisions where firm_id = ${firm.id}`
    expect(revisions).toEqual([{ engagement_id: made.engagementId, revision: 1, contract_id: made.contractId }])
    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["proposal.accepted", "client.created", "contract.created", "portalUser.invited"]),
    )
    expect((await eventsOf(firm)).map(({ name }) => name)).not.toContain("contract.signed")
  })

  it("gives the same again when repeated, even with another name", async () => {
    const { firm, owner } = await aFirm()
    const sent = await aSentProposal(owner)
    const made = await owner.does(acceptOnBehalf, { id: sent.id, ...signer })
    expect(await owner.does(acceptOnBehalf, { id: sent.id, signerName: "X", signerEmail: "x@x.test" })).toEqual(made)
    expect((await eventsOf(firm)).filter(({ name }) => name === "proposal.accepted")).toHaveLength(1)
  })

  it("adds to the client that the prospect has become already", async () => {
    const { owner } = await aFirm()
    const first = await aSentProposal(owner)
    const second = await aSentProposal(owner, { prospectId: first.prospectId })
    const [one, two] = [
      await owner.does(acceptOnBehalf, { id: first.id, ...signer }),
      await owner.does(acceptOnBehalf, { id: second.id, ...signer }),
    ]
    expect(two.clientId).toBe(one.clientId)
    expect(two.portalUserId).toBe(one.portalUserId)
    expect(two.contractId).not.toBe(one.contractId)
  })

  it("is refused for what doesn't wait for an answer, and changes nothing then", async () => {
    const { firm, owner, member } = await aFirm()
    const draft = await aProposal(owner)
    const declined = await aSentProposal(owner)
    await owner.does(declineOnBehalf, { id: declined.id, reason: "Too dear" })
    const expired = await aSentProposal(owner)
    await database`update proposals set valid_until = '2020-01-01' where id = ${expired.id}`
    for (const { id } of [draft, declined, expired])
      await expect(owner.does(acceptOnBehalf, { id, ...signer })).rejects.toMatchObject({ code: "conflict" })
    const open = await aSentProposal(owner)
    const viewer = await member("readonly")
    await expect(viewer.does(acceptOnBehalf, { id: open.id, ...signer })).rejects.toMatchObject({ code: "forbidden" })
    const other = await aFirm()
    await expect(other.owner.does(acceptOnBehalf, { id: open.id, ...signer })).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await database`select 1 from clients where firm_id = ${firm.id}`).toHaveLength(0)
  })
})

describe("declining on behalf of a client", () => {
  it("keeps the reason and ends the matter", async () => {
    const { owner } = await aFirm()
    const { id } = await aSentProposal(owner)
    expect(await owner.does(declineOnBehalf, { id, reason: "Too dear" })).toMatchObject({
      status: "declined",
      declineReason: "Too dear",
    })
    await expect(owner.does(declineOnBehalf, { id })).rejects.toMatchObject({ code: "conflict" })
    await expect(owner.does(sendProposal, { id })).rejects.toMatchObject({ code: "conflict" })
    await expect(owner.does(updateProposal, { id, title: "Again" })).rejects.toMatchObject({ code: "conflict" })
  })
})

describe("a proposal on paper", () => {
  it("is a PDF of its number", async () => {
    const { owner, member } = await aFirm()
    const { id, number } = await aSentProposal(owner, { terms: "# Payment\n14 days\n\n- one\n- two" })
    const file = await owner.does(downloadProposal, { id })
    expect(file).toMatchObject({ filename: `${number}.pdf`, contentType: "application/pdf" })
    expect(Buffer.from(file.body).subarray(0, 5).toString()).toBe("%PDF-")
    await expect((await member("staff")).does(downloadProposal, { id })).rejects.toMatchObject({ code: "forbidden" })
  })
})
