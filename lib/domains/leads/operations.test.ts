import { describe, expect, it } from "vitest"
import { aFirm, owner as database, eventsOf } from "@/test/given"
import { convertLead, createLead, deleteLead, listLeads, readLead, updateLead } from "./operations/leads"

const given = { companyName: "Harbour & Co", contactName: "Hana Bay", email: "Hana@Harbour.test", source: "referral" }

describe("a lead", () => {
  it("is new, written down with who made it, and found by any of its words", async () => {
    const { firm, owner } = await aFirm()
    const lead = await owner.does(createLead, given)

    expect(lead).toMatchObject({ status: "new", email: "hana@harbour.test", source: "referral", version: 1 })
    expect(await eventsOf(firm)).toMatchObject([{ name: "lead.created", subjectId: lead.id, actorId: owner.id }])
    expect((await owner.does(listLeads, { q: "bay harbour" })).items).toHaveLength(1)
    expect((await owner.does(listLeads, { q: "bay", status: "lost" })).items).toEqual([])
  })

  it("belongs to its firm alone", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const { id } = await theirs.owner.does(createLead, given)
    for (const attempt of [
      () => ours.owner.does(readLead, { id }),
      () => ours.owner.does(updateLead, { id, phone: "1" }),
      () => ours.owner.does(convertLead, { id }),
      () => ours.owner.does(deleteLead, { id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" })
    expect(await theirs.owner.does(readLead, { id })).toMatchObject({ phone: "", status: "new" })
    await expect(ours.owner.does(createLead, { ...given, ownerId: theirs.owner.id })).rejects.toMatchObject({
      fields: { ownerId: [{ key: "leads.refusals.owner" }] },
    })
  })

  it("is read by those who may read and changed by those who may write", async () => {
    const { owner, member } = await aFirm()
    const { id } = await owner.does(createLead, given)
    const viewer = await member("readonly")
    expect(await viewer.does(readLead, { id })).toMatchObject({ id })
    for (const attempt of [
      () => viewer.does(createLead, given),
      () => viewer.does(updateLead, { id, phone: "1" }),
      () => viewer.does(convertLead, { id }),
      () => viewer.does(deleteLead, { id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" })
    const staff = await member("staff")
    await expect(staff.does(listLeads, {})).rejects.toMatchObject({ code: "forbidden" })
    expect((await (await member("staff", ["leads:read"])).does(listLeads, {})).count).toBe(1)
  })

  it("is lost only with a reason, and can be taken up again", async () => {
    const { owner } = await aFirm()
    const { id } = await owner.does(createLead, given)
    await expect(owner.does(updateLead, { id, status: "lost" })).rejects.toMatchObject({
      fields: { lostReason: [{ key: "leads.refusals.lostReason" }] },
    })
    expect(await owner.does(updateLead, { id, status: "lost", lostReason: "No budget" })).toMatchObject({
      status: "lost",
      lostReason: "No budget",
    })
    await expect(owner.does(convertLead, { id })).rejects.toMatchObject({ code: "conflict" })
    expect(await owner.does(updateLead, { id, status: "contacted" })).toMatchObject({ lostReason: null })
  })

  it("is not changed by somebody who saw an older version", async () => {
    const { owner } = await aFirm()
    const { id } = await owner.does(createLead, given)
    await owner.does(updateLead, { id, phone: "1" })
    await expect(owner.does(updateLead, { id, phone: "2" }, { expectedVersion: 1 })).rejects.toMatchObject({
      code: "conflict",
    })
  })

  it("is deleted while nothing has come of it", async () => {
    const { owner } = await aFirm()
    const [one, other] = [await owner.does(createLead, given), await owner.does(createLead, given)]
    await owner.does(deleteLead, { id: one.id })
    await expect(owner.does(readLead, { id: one.id })).rejects.toMatchObject({ code: "not_found" })
    await owner.does(convertLead, { id: other.id })
    await expect(owner.does(deleteLead, { id: other.id })).rejects.toMatchObject({ code: "conflict" })
  })
})

describe("converting a lead", () => {
  it("makes a prospect with what is known, and is seen on the lead", async () => {
    const { owner } = await aFirm()
    const lead = await owner.does(createLead, given)
    const prospect = await owner.does(convertLead, { id: lead.id })

    expect(prospect).toMatchObject({
      leadId: lead.id,
      stage: "new",
      companyName: "Harbour & Co",
      currency: "USD",
      ownerId: owner.id,
    })
    expect(await owner.does(readLead, { id: lead.id })).toMatchObject({ status: "converted", prospectId: prospect.id })
    await expect(owner.does(updateLead, { id: lead.id, status: "new" })).rejects.toMatchObject({ code: "conflict" })
  })

  it("gives the same prospect however often and however simultaneously it is asked", async () => {
    const { firm, owner } = await aFirm()
    const { id } = await owner.does(createLead, given)
    const all = await Promise.all(Array.from({ length: 16 }, () => owner.does(convertLead, { id })))

    expect(new Set(all.map((prospect) => prospect.id)).size).toBe(1)
    const [row] = await database<{ n: number }[]>`
      select count(*)::integer as n from prospects where firm_id = ${firm.id}`
    expect(row!.n).toBe(1)
    expect((await eventsOf(firm)).filter(({ name }) => name === "lead.converted")).toHaveLength(1)
  })
})
