import { describe, expect, it } from "vitest"
import { aLine, aProposal, aProspect, aSentProposal } from "@/test/crm"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { readProspect, updateProspect } from "../prospects/operations"
import { sendProposal } from "./operations/deciding"
import {
  createProposal,
  deleteProposal,
  duplicateProposal,
  listProposals,
  listVersions,
  readProposal,
  updateProposal,
} from "./operations/editing"

describe("a proposal", () => {
  it("is numbered and summed by the server, from its lines", async () => {
    const { firm, owner } = await aFirm()
    const proposal = await aProposal(owner, {
      lines: [aLine, { description: "Extra", quantity: "1", unitPrice: "99.995", optional: true }],
    })
    const year = new Date().getUTCFullYear()
    expect(proposal).toMatchObject({
      number: `P-${year}-0001`,
      status: "draft",
      currency: "USD",
      subtotal: "500.00",
      taxTotal: "50.00",
      total: "550.00",
      publicUrl: null,
    })
    expect(proposal.lines).toMatchObject([
      { amount: "500.00", tax: "50.00", selected: true },
      { amount: "100.00", tax: "0.00", optional: true, selected: false },
    ])
    expect((await aProposal(owner)).number).toBe(`P-${year}-0002`)
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "proposal.created", operation: "proposals.create" })
  })

  it("takes no sums from outside", async () => {
    const { owner } = await aFirm()
    const { id: prospectId } = await aProspect(owner)
    const forged = { prospectId, title: "Cheap", lines: [aLine], total: "1.00" }
    await expect(owner.does(createProposal, forged)).rejects.toMatchObject({
      fields: { total: [{ key: "kernel.field.unknown" }] },
    })
    const line = { ...aLine, amount: "1.00" }
    await expect(owner.does(createProposal, { prospectId, title: "Cheap", lines: [line] })).rejects.toMatchObject({
      code: "validation_error",
    })
    await expect(
      owner.does(createProposal, { prospectId, title: "Debt", lines: [{ ...aLine, unitPrice: "-1" }] }),
    ).rejects.toMatchObject({ fields: { lines: [{ key: "proposals.refusals.negative" }] } })
    expect((await owner.does(listProposals, {})).count).toBe(0)
  })

  it("numbers without repeating when many are made at once", async () => {
    const { owner } = await aFirm()
    const { id: prospectId } = await aProspect(owner)
    const made = await Promise.all(Array.from({ length: 12 }, () => aProposal(owner, { prospectId })))
    expect(new Set(made.map(({ number }) => number)).size).toBe(12)
  })

  it("is changed while it is a draft, in its lines and in its currency, and not afterwards", async () => {
    const { owner } = await aFirm()
    const { id } = await aProposal(owner)
    expect(await owner.does(updateProposal, { id, currency: "JPY" })).toMatchObject({ total: "550", currency: "JPY" })
    expect(
      await owner.does(updateProposal, { id, currency: "USD", lines: [{ description: "All", unitPrice: "10" }] }),
    ).toMatchObject({ total: "10.00", lines: [{ description: "All", quantity: "1", taxRate: "0" }] })
    await owner.does(sendProposal, { id })
    await expect(owner.does(updateProposal, { id, title: "Later" })).rejects.toMatchObject({ code: "conflict" })
    await expect(owner.does(deleteProposal, { id })).rejects.toMatchObject({ code: "conflict" })
  })

  it("is deleted with its lines while it is a draft", async () => {
    const { firm, owner } = await aFirm()
    const { id } = await aProposal(owner)
    await owner.does(deleteProposal, { id })
    await expect(owner.does(readProposal, { id })).rejects.toMatchObject({ code: "not_found" })
    expect(await database`select 1 from proposal_lines where firm_id = ${firm.id}`).toHaveLength(0)
  })

  it("has the versions that it really has, and goes on in a copy", async () => {
    const { owner } = await aFirm()
    const sent = await aSentProposal(owner)
    expect(await owner.does(listVersions, { id: sent.id })).toMatchObject([
      { version: 1, status: "sent", total: "550.00", sentAt: sent.sentAt },
    ])
    const copy = await owner.does(duplicateProposal, { id: sent.id })
    expect(copy).toMatchObject({ status: "draft", title: sent.title, total: "550.00", prospectId: sent.prospectId })
    expect(copy.number).not.toBe(sent.number)
  })

  it("is of its firm, for those who may read and write", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const { id } = await aProposal(theirs.owner)
    const attempts = [
      (who: typeof ours.owner) => who.does(updateProposal, { id, title: "Mine" }),
      (who: typeof ours.owner) => who.does(deleteProposal, { id }),
      (who: typeof ours.owner) => who.does(duplicateProposal, { id }),
    ]
    await expect(ours.owner.does(readProposal, { id })).rejects.toMatchObject({ code: "not_found" })
    await expect(ours.owner.does(listVersions, { id })).rejects.toMatchObject({ code: "not_found" })
    for (const attempt of attempts) await expect(attempt(ours.owner)).rejects.toMatchObject({ code: "not_found" })
    const viewer = await theirs.member("readonly")
    for (const attempt of attempts) await expect(attempt(viewer)).rejects.toMatchObject({ code: "forbidden" })
    expect(await viewer.does(readProposal, { id })).toMatchObject({ id, publicUrl: null })
    const { id: foreign } = await aProspect(theirs.owner)
    await expect(
      ours.owner.does(createProposal, { prospectId: foreign, title: "Mine", lines: [] }),
    ).rejects.toMatchObject({ code: "not_found" })
  })

  it("is not written for a prospect that is lost", async () => {
    const { owner } = await aFirm()
    const { id: prospectId } = await aProspect(owner)
    await owner.does(updateProspect, { id: prospectId, stage: "lost", lostReason: "Gone" })
    await expect(aProposal(owner, { prospectId })).rejects.toMatchObject({ code: "conflict" })
  })

  it("is found by its state, expired ones apart from those that wait", async () => {
    const { owner } = await aFirm()
    const [open, old] = [await aSentProposal(owner), await aSentProposal(owner)]
    await database`update proposals set valid_until = '2020-01-01' where id = ${old.id}`
    const ids = async (status: "sent" | "expired") =>
      (await owner.does(listProposals, { status })).items.map(({ id }) => id)
    expect(await ids("sent")).toEqual([open.id])
    expect(await ids("expired")).toEqual([old.id])
    expect(await owner.does(readProposal, { id: old.id })).toMatchObject({ status: "expired" })
    expect(await owner.does(readProspect, { id: open.prospectId })).toMatchObject({
      stage: "proposal",
      probability: 50,
    })
  })
})
