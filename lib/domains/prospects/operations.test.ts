import { describe, expect, it } from "vitest"
import { aProposal, aProspect } from "@/test/crm"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { createClient, listClients, readClient } from "../clients/operations"
import {
  convertProspect,
  createProspect,
  deleteProspect,
  listProspectChoices,
  listProspects,
  readBoard,
  readProspect,
  updateProspect,
} from "./operations"

describe("a prospect", () => {
  it("has a value in the currency's minor unit, and a likelihood that follows its stage", async () => {
    const { owner } = await aFirm()
    const { id } = await aProspect(owner)
    expect(await owner.does(updateProspect, { id, estimatedValue: 5000, currency: "EUR" })).toMatchObject({
      estimatedValue: "5000.00",
      currency: "EUR",
      stage: "new",
      probability: 10,
    })
    expect(await owner.does(updateProspect, { id, stage: "negotiation" })).toMatchObject({ probability: 75 })
    expect(await owner.does(updateProspect, { id, stage: "qualified", probability: 33 })).toMatchObject({
      probability: 33,
    })
    expect(await owner.does(updateProspect, { id, currency: "JPY" })).toMatchObject({ estimatedValue: "5000" })
  })

  it("is lost only with a reason, and won only by becoming a client", async () => {
    const { firm, owner } = await aFirm()
    const { id } = await aProspect(owner)
    await expect(owner.does(updateProspect, { id, stage: "lost" })).rejects.toMatchObject({
      fields: { lostReason: [{ key: "prospects.refusals.lostReason" }] },
    })
    await expect(owner.does(updateProspect, { id, stage: "won" })).rejects.toMatchObject({ code: "conflict" })
    await owner.does(updateProspect, { id, stage: "lost", lostReason: "Too dear" })
    expect((await eventsOf(firm)).map(({ name }) => name)).toContain("prospect.lost")
    await expect(owner.does(convertProspect, { id })).rejects.toMatchObject({ code: "conflict" })
    await owner.does(updateProspect, { id, stage: "new" })
    await owner.does(convertProspect, { id })
    await expect(owner.does(updateProspect, { id, stage: "new" })).rejects.toMatchObject({ code: "conflict" })
  })

  it("belongs to its firm, and is changed by those who may", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const { id } = await aProspect(theirs.owner)
    for (const attempt of [
      () => ours.owner.does(readProspect, { id }),
      () => ours.owner.does(updateProspect, { id, phone: "1" }),
      () => ours.owner.does(convertProspect, { id }),
      () => ours.owner.does(deleteProspect, { id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" })
    const viewer = await theirs.member("readonly")
    expect(await viewer.does(readProspect, { id })).toMatchObject({ id })
    await expect(viewer.does(updateProspect, { id, phone: "1" })).rejects.toMatchObject({ code: "forbidden" })
    await expect(viewer.does(convertProspect, { id })).rejects.toMatchObject({ code: "forbidden" })
    await expect(viewer.does(deleteProspect, { id })).rejects.toMatchObject({ code: "forbidden" })
    await expect((await theirs.member("staff")).does(readBoard, {})).rejects.toMatchObject({ code: "forbidden" })
  })

  it("is deleted while it has neither client nor proposal", async () => {
    const { owner } = await aFirm()
    const [free, offered, won] = [await aProspect(owner), await aProspect(owner), await aProspect(owner)]
    await aProposal(owner, { prospectId: offered.id })
    await owner.does(convertProspect, { id: won.id })
    await owner.does(deleteProspect, { id: free.id })
    await expect(owner.does(deleteProspect, { id: offered.id })).rejects.toMatchObject({ code: "conflict" })
    await expect(owner.does(deleteProspect, { id: won.id })).rejects.toMatchObject({ code: "conflict" })
    expect((await owner.does(listProspects, {})).count).toBe(2)
    expect((await owner.does(listProspects, { open: true })).items.map(({ id }) => id)).toEqual([offered.id])
    const choices = [{ value: offered.id, label: offered.companyName, hint: offered.contactName }]
    expect((await owner.does(listProspectChoices, {})).results).toEqual(choices)
    expect((await owner.does(listProspectChoices, { q: "nobody of that name" })).results).toEqual([])
  })
})

describe("the pipeline", () => {
  it("counts every stage and sums it by currency", async () => {
    const { owner } = await aFirm()
    for (const [currency, estimatedValue] of [
      ["USD", "100.50"],
      ["USD", "200"],
      ["EUR", "50"],
    ])
      await owner.does(createProspect, {
        companyName: "One",
        contactName: "A",
        email: "a@a.test",
        currency,
        estimatedValue,
      })
    const { columns } = await owner.does(readBoard, {})
    expect(columns.map(({ stage, count }) => [stage, count])).toEqual([
      ["new", 3],
      ["qualified", 0],
      ["proposal", 0],
      ["negotiation", 0],
      ["won", 0],
      ["lost", 0],
    ])
    expect(columns[0]!.totals).toEqual([
      { currency: "EUR", amount: "50.00" },
      { currency: "USD", amount: "300.50" },
    ])
    expect(columns[0]!.prospects).toHaveLength(3)
  })
})

describe("converting a prospect without a proposal", () => {
  it("makes one client with its first contact, however simultaneously it is asked", async () => {
    const { firm, owner } = await aFirm()
    const { id } = await aProspect(owner)
    const all = await Promise.all(Array.from({ length: 12 }, () => owner.does(convertProspect, { id })))

    expect(new Set(all.map((client) => client.id)).size).toBe(1)
    expect(await owner.does(readClient, { id: all[0]!.id })).toMatchObject({ name: "Harbour & Co", prospectId: id })
    expect((await owner.does(listClients, {})).count).toBe(1)
    expect(await owner.does(readProspect, { id })).toMatchObject({ stage: "won", clientId: all[0]!.id })
    const contacts = await database`select name, is_primary from contacts where firm_id = ${firm.id}`
    expect(contacts).toEqual([{ name: "Hana Bay", is_primary: true }])
  })

  it("keeps the client that the prospect is about", async () => {
    const { owner } = await aFirm()
    const client = await owner.does(createClient, { name: "Old friends", currency: "EUR" })
    const prospect = await owner.does(createProspect, {
      companyName: "Old friends",
      contactName: "Ola",
      email: "ola@friends.test",
      clientId: client.id,
    })
    expect(prospect.currency).toBe("EUR")
    expect(await owner.does(convertProspect, { id: prospect.id })).toMatchObject({ id: client.id })
    expect(await owner.does(readProspect, { id: prospect.id })).toMatchObject({ stage: "won" })
  })
})
