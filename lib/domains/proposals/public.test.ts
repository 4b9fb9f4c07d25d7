import { describe, expect, it } from "vitest"
import { perform } from "@/lib/kernel/perform"
import { aLine, aSentProposal, strangerAt } from "@/test/crm"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { readContract } from "../contracts/operations"
import { convertProspect, createProspect } from "../prospects/operations"
import { acceptOnBehalf, convertProposal } from "./operations/deciding"
import { readProposal } from "./operations/editing"
import { acceptOurProposal, declineOurProposal, downloadOurProposal, listOurProposals, readOurProposal } from "./portal"
import { acceptByLink, declineByLink, downloadOffer, readOffer } from "./public"

const signer = { signerName: "Hana Bay", signerEmail: "hana@harbour.test" }
const optional = { description: "Extra", quantity: "1", unitPrice: "100", optional: true }

async function anOffer(given: Parameters<typeof aSentProposal>[1] = {}) {
  const firm = await aFirm()
  const proposal = await aSentProposal(firm.owner, given)
  return { ...firm, ...proposal, visit: strangerAt(firm.firm) }
}

describe("a proposal's link", () => {
  it("shows what a client may see, and notes the first time that it is opened", async () => {
    const { firm, owner, id, token, visit } = await anOffer()
    const offer = await perform(readOffer, null, { token }, visit)
    expect(offer).toMatchObject({ id, status: "sent", total: "550.00", firm: { name: "Test firm" }, acceptedBy: null })
    expect(JSON.stringify(offer)).not.toContain(firm.id)
    expect(offer).not.toHaveProperty("recipientEmail")
    await perform(readOffer, null, { token }, visit)
    expect((await eventsOf(firm)).filter(({ name }) => name === "proposal.viewed")).toHaveLength(1)
    expect((await owner.does(readProposal, { id })).viewedAt).not.toBeNull()
  })

  it("opens nothing else: not another proposal, not on another firm's host, not when made up", async () => {
    const { token } = await anOffer()
    const other = await anOffer()
    await expect(perform(readOffer, null, { token }, other.visit)).rejects.toMatchObject({ code: "not_found" })
    await expect(perform(readOffer, null, { token: "prp_made-up-by-somebody" }, other.visit)).rejects.toMatchObject({
      code: "not_found",
    })
    const key = { surface: "portal" as const, secret: token }
    await expect(perform(readOurProposal, key, { id: other.id }, other.visit)).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(perform(readProposal, key, { id: other.id }, other.visit)).rejects.toMatchObject({ code: "forbidden" })
  })

  it("downloads the proposal as PDF", async () => {
    const { token, visit, number } = await anOffer()
    const file = await perform(downloadOffer, null, { token }, visit)
    expect(file.filename).toBe(`${number}.pdf`)
    expect(Buffer.from(file.body).subarray(0, 5).toString()).toBe("%PDF-")
  })
})

describe("accepting through the link", () => {
  it("keeps evidence of who, when, from where and what; the rest is the firm's to do", async () => {
    const { firm, owner, system, id, token, visit } = await anOffer()
    const answer = await perform(acceptByLink, null, { token, ...signer, agreed: true }, visit)
    expect(answer).toMatchObject({ status: "accepted", acceptedBy: { name: "Hana Bay", onBehalf: false } })
    expect(await owner.does(readProposal, { id })).toMatchObject({
      status: "accepted",
      clientId: null,
      acceptance: { ...signer, onBehalf: false, enteredBy: null, ip: "203.0.113.7", userAgent: "Phone", intact: true },
    })
    expect(await eventsOf(firm)).toContainEqual(
      expect.objectContaining({ name: "proposal.accepted", actorKind: "link", subjectId: id }),
    )

    const made = await system.does(convertProposal, { id })
    expect(await owner.does(readContract, { id: made.contractId })).toMatchObject({
      status: "signed",
      signedOnBehalf: false,
      signerName: "Hana Bay",
    })
    expect(await system.does(convertProposal, { id })).toEqual(made)
  })

  it("counts the options that the client took, and those only", async () => {
    const { owner, system, id, token, visit, lines } = await anOffer({ lines: [aLine, optional, optional] })
    const [, second, third] = lines
    const answer = await perform(acceptByLink, null, { token, ...signer, selectedLineIds: [third!.id] }, visit)
    expect(answer).toMatchObject({ total: "650.00", lines: [{}, { selected: false }, { selected: true }] })
    const before = await owner.does(readProposal, { id })
    expect(before).toMatchObject({ total: "650.00", acceptance: { intact: true } })

    const { contractId } = await system.does(convertProposal, { id })
    expect(await owner.does(readContract, { id: contractId })).toMatchObject({ total: "650.00" })
    expect((await owner.does(readProposal, { id })).acceptance).toEqual(before.acceptance)
    expect(second!.selected).toBe(false)
  })

  it("takes nothing when a form showed the options and none was ticked", async () => {
    const { token, visit, lines } = await anOffer({ lines: [aLine, { ...optional, selected: true }] })
    expect(await perform(readOffer, null, { token }, visit)).toMatchObject({ total: "650.00" })
    const answer = await perform(acceptByLink, null, { token, ...signer, options: [{ id: lines[1]!.id }] }, visit)
    expect(answer).toMatchObject({ total: "550.00" })
  })

  it("refuses lines that are no options, and what isn't agreed to", async () => {
    const { token, visit, lines } = await anOffer({ lines: [aLine, optional] })
    const accept = (more: object) => perform(acceptByLink, null, { token, ...signer, ...more }, visit)
    await expect(accept({ selectedLineIds: [lines[0]!.id] })).rejects.toMatchObject({ code: "validation_error" })
    await expect(accept({ selectedLineIds: [crypto.randomUUID()] })).rejects.toMatchObject({ code: "validation_error" })
    await expect(accept({ agreed: false })).rejects.toMatchObject({ code: "validation_error" })
    await expect(accept({ total: "1.00" })).rejects.toMatchObject({ code: "validation_error" })
    expect(await perform(readOffer, null, { token }, visit)).toMatchObject({ status: "sent" })
  })

  it("is refused after the last day, and after a no", async () => {
    const expired = await anOffer()
    await database`update proposals set valid_until = '2020-01-01' where id = ${expired.id}`
    const { token, visit } = expired
    expect(await perform(readOffer, null, { token }, visit)).toMatchObject({ status: "expired" })
    await expect(perform(acceptByLink, null, { token, ...signer }, visit)).rejects.toMatchObject({ code: "conflict" })
    await expect(perform(declineByLink, null, { token }, visit)).rejects.toMatchObject({ code: "conflict" })

    const declined = await anOffer()
    await perform(declineByLink, null, { token: declined.token, reason: "Too dear" }, declined.visit)
    expect(await perform(declineByLink, null, { token: declined.token }, declined.visit)).toMatchObject({
      status: "declined",
    })
    await expect(
      perform(acceptByLink, null, { token: declined.token, ...signer }, declined.visit),
    ).rejects.toMatchObject({ code: "conflict" })
    expect(await declined.owner.does(readProposal, { id: declined.id })).toMatchObject({ declineReason: "Too dear" })
  })

  it("and on behalf, 64 times at once, makes one of everything", async () => {
    const { firm, owner, system, id, token, visit } = await anOffer()
    const attempts = Array.from({ length: 64 }, (_, n) =>
      n % 2
        ? owner.does(acceptOnBehalf, { id, ...signer })
        : perform(acceptByLink, null, { token, ...signer }, visit).then(() => system.does(convertProposal, { id })),
    )
    const made = await Promise.all(attempts)
    expect(new Set(made.map((one) => JSON.stringify(one))).size).toBe(1)
    for (const table of [
      "clients",
      "contacts",
      "contracts",
      "engagements",
      "projects",
      "portal_users",
      "acceptances",
    ]) {
      const rows = await database`select 1 from ${database(table)} where firm_id = ${firm.id}`
      expect([table, rows.length]).toEqual([table, 1])
    }
    const names = (await eventsOf(firm)).map(({ name }) => name)
    expect(names.filter((name) => name === "proposal.accepted")).toHaveLength(1)
    expect(names.filter((name) => name === "portalUser.invited")).toHaveLength(1)
  })
})

describe("a client's proposals in the portal", () => {
  async function aClientWithOffer() {
    const firm = await aFirm()
    const prospect = await firm.owner.does(createProspect, {
      companyName: "Harbour",
      contactName: "H",
      email: "h@h.test",
    })
    const client = await firm.owner.does(convertProspect, { id: prospect.id })
    const offer = await aSentProposal(firm.owner, { prospectId: prospect.id })
    return { ...firm, client, offer, pat: await firm.portalUser(client.id) }
  }

  it("are those of the client that were sent, to be read and accepted in the person's own name", async () => {
    const { pat, offer, system, firm } = await aClientWithOffer()
    expect((await pat.does(listOurProposals, {})).items).toMatchObject([{ id: offer.id, total: "550.00" }])
    expect(await pat.does(readOurProposal, { id: offer.id })).toMatchObject({ status: "sent" })
    expect((await pat.does(downloadOurProposal, { id: offer.id })).filename).toBe(`${offer.number}.pdf`)
    expect(await pat.does(acceptOurProposal, { id: offer.id })).toMatchObject({
      status: "accepted",
      acceptedBy: { name: "Pat Client", onBehalf: false },
    })
    expect(await eventsOf(firm)).toContainEqual(
      expect.objectContaining({ name: "proposal.accepted", actorKind: "client", actorId: pat.id }),
    )
    expect(await system.does(convertProposal, { id: offer.id })).toMatchObject({ portalUserId: pat.id })
  })

  it("are hidden from a sibling client, and from viewers only the answer", async () => {
    const { owner, portalUser, client, offer } = await aClientWithOffer()
    const sibling = await owner.does(convertProspect, {
      id: (await owner.does(createProspect, { companyName: "Globex", contactName: "G", email: "g@g.test" })).id,
    })
    const gil = await portalUser(sibling.id)
    expect((await gil.does(listOurProposals, {})).items).toEqual([])
    for (const operation of [readOurProposal, acceptOurProposal, declineOurProposal])
      await expect(gil.does(operation, { id: offer.id })).rejects.toMatchObject({ code: "not_found" })
    const viewer = await portalUser(client.id, "viewer")
    expect(await viewer.does(readOurProposal, { id: offer.id })).toMatchObject({ id: offer.id })
    await expect(viewer.does(acceptOurProposal, { id: offer.id })).rejects.toMatchObject({ code: "forbidden" })
  })

  it("can be declined there", async () => {
    const { pat, offer } = await aClientWithOffer()
    expect(await pat.does(declineOurProposal, { id: offer.id, reason: "Later" })).toMatchObject({ status: "declined" })
  })
})
