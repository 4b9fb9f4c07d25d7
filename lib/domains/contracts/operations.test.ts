import { describe, expect, it } from "vitest"
import { aSentProposal } from "@/test/crm"
import { aFirm, eventsOf } from "@/test/given"
import { acceptOnBehalf } from "../proposals/operations/deciding"
import { downloadContract, listContracts, readContract, sendContract, signOnBehalf } from "./operations"
import { downloadOurContract, listOurContracts, readOurContract, signOurContract } from "./portal"

const signer = { signerName: "Hana Bay", signerEmail: "hana@harbour.test" }

async function aContract() {
  const firm = await aFirm()
  const { id } = await aSentProposal(firm.owner, { terms: "Paid in 14 days." })
  const made = await firm.owner.does(acceptOnBehalf, { id, ...signer })
  return { ...firm, ...made }
}

describe("a contract", () => {
  it("is numbered, listed and read with its client and proposal", async () => {
    const { owner, contractId, clientId } = await aContract()
    const year = new Date().getUTCFullYear()
    expect((await owner.does(listContracts, { q: "harbour", status: "sent" })).items).toMatchObject([
      { id: contractId, number: `C-${year}-0001`, proposalNumber: `P-${year}-0001`, clientId },
    ])
    expect((await owner.does(listContracts, { status: "signed" })).items).toEqual([])
  })

  it("is a PDF that is made once and the same each time", async () => {
    const { owner, contractId: id } = await aContract()
    const first = await owner.does(downloadContract, { id })
    expect(first).toMatchObject({ contentType: "application/pdf" })
    expect(Buffer.from(first.body).subarray(0, 5).toString()).toBe("%PDF-")
    expect(
      Buffer.compare(Buffer.from((await owner.does(downloadContract, { id })).body), Buffer.from(first.body)),
    ).toBe(0)
  })

  it("is signed on behalf of the client once, and the trail names who wrote that down", async () => {
    const { firm, owner, contractId: id } = await aContract()
    expect(await owner.does(signOnBehalf, { id, ...signer })).toMatchObject({
      status: "signed",
      signedOnBehalf: true,
      ...signer,
    })
    expect((await eventsOf(firm)).at(-1)).toMatchObject({
      name: "contract.signed",
      actorId: owner.id,
      actorKind: "staff",
    })
    await expect(owner.does(signOnBehalf, { id, ...signer })).rejects.toMatchObject({ code: "conflict" })
  })

  it("is sent, signed or not", async () => {
    const { firm, owner, contractId: id } = await aContract()
    expect(await owner.does(sendContract, { id })).toMatchObject({ status: "sent" })
    await owner.does(signOnBehalf, { id, ...signer })
    expect(await owner.does(sendContract, { id })).toMatchObject({ status: "signed" })
    expect((await eventsOf(firm)).filter(({ name }) => name === "contract.sent")).toHaveLength(2)
  })

  it("is of its firm, for those who may", async () => {
    const { member, contractId: id } = await aContract()
    const other = await aFirm()
    await expect(other.owner.does(readContract, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(other.owner.does(downloadContract, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(other.owner.does(sendContract, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(other.owner.does(signOnBehalf, { id, ...signer })).rejects.toMatchObject({ code: "not_found" })
    const viewer = await member("readonly")
    expect(await viewer.does(readContract, { id })).toMatchObject({ id })
    await expect(viewer.does(sendContract, { id })).rejects.toMatchObject({ code: "forbidden" })
    await expect(viewer.does(signOnBehalf, { id, ...signer })).rejects.toMatchObject({ code: "forbidden" })
    await expect((await member("staff")).does(listContracts, {})).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("a client's contracts in the portal", () => {
  it("are the client's own, to be read and downloaded, with nothing of the firm's", async () => {
    const { portalUser, owner, clientId, contractId: id } = await aContract()
    const pat = await portalUser(clientId)
    const [listed] = (await pat.does(listOurContracts, {})).items
    expect(listed).toMatchObject({ id, total: "550.00" })
    expect(listed).not.toHaveProperty("signerEmail")
    expect(await pat.does(readOurContract, { id })).toMatchObject({ terms: "Paid in 14 days." })
    expect(
      Buffer.from((await pat.does(downloadOurContract, { id })).body)
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-")

    const sibling = await aSentProposal(owner)
    const { clientId: other } = await owner.does(acceptOnBehalf, { id: sibling.id, ...signer })
    const gil = await portalUser(other)
    expect((await gil.does(listOurContracts, {})).items.map((contract) => contract.id)).not.toContain(id)
    await expect(gil.does(readOurContract, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(gil.does(downloadOurContract, { id })).rejects.toMatchObject({ code: "not_found" })
  })

  it("are signed by the client, once, in the name of who is signed in", async () => {
    const { firm, owner, portalUser, clientId, contractId: id } = await aContract()
    const pat = await portalUser(clientId)
    await expect(pat.does(signOurContract, { id, agreed: false })).rejects.toMatchObject({ code: "validation_error" })
    const [one, two] = await Promise.all([pat.does(signOurContract, { id }), pat.does(signOurContract, { id })])
    expect(one).toMatchObject({ status: "signed", signerName: "Pat Client", signedOnBehalf: false })
    expect(two).toEqual(one)
    const signings = (await eventsOf(firm)).filter(({ name }) => name === "contract.signed")
    expect(signings).toMatchObject([{ actorKind: "client", actorId: pat.id }])
    await expect(owner.does(signOnBehalf, { id, ...signer })).rejects.toMatchObject({ code: "conflict" })
  })

  it("are not signed by viewers, by other clients, or after the firm recorded a signature", async () => {
    const { owner, portalUser, clientId, contractId: id } = await aContract()
    const viewer = await portalUser(clientId, "viewer")
    await expect(viewer.does(signOurContract, { id })).rejects.toMatchObject({ code: "forbidden" })
    const sibling = await aSentProposal(owner)
    const { clientId: other } = await owner.does(acceptOnBehalf, { id: sibling.id, ...signer })
    await expect((await portalUser(other)).does(signOurContract, { id })).rejects.toMatchObject({ code: "not_found" })
    await owner.does(signOnBehalf, { id, ...signer })
    await expect((await portalUser(clientId)).does(signOurContract, { id })).rejects.toMatchObject({ code: "conflict" })
  })
})
