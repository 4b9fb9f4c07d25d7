import { describe, expect, it } from "vitest"
import { gate } from "@/db/gate"
import { aFirm, eventsOf } from "@/test/given"
import { readFirm, updateFirm } from "./operations"

describe("a firm's settings", () => {
  it("are changed field by field, and say which", async () => {
    const { firm, owner } = await aFirm()
    const changed = await owner.does(updateFirm, { name: " Acme & Co ", accent: "#2F5D9B", paymentTermsDays: 30 })
    expect(changed).toMatchObject({ name: "Acme & Co", accent: "#2f5d9b", paymentTermsDays: 30, currency: "USD" })
    expect(await owner.does(readFirm, {})).toEqual(changed)
    expect(await eventsOf(firm)).toMatchObject([
      { name: "firm.updated", subjectId: firm.id, fields: ["name", "accent", "paymentTermsDays"] },
    ])
    expect(await gate.firmByHost("subdomain", firm.subdomain)).toMatchObject({ name: "Acme & Co", accent: "#2f5d9b" })
  })

  it("name what is not a zone, colour, currency or domain", async () => {
    const { owner } = await aFirm()
    const wrong = { timeZone: "Berlin", accent: "blue", currency: "XX", portalDomain: "acme.localhost", locale: "xx" }
    await expect(owner.does(updateFirm, wrong as never)).rejects.toMatchObject({
      code: "validation_error",
      fields: {
        timeZone: [{ key: "firm.refusals.timeZone" }],
        accent: [{ key: "firm.refusals.accent" }],
        currency: [{ key: "kernel.field.currency" }],
        portalDomain: [{ key: "firm.refusals.domain" }],
        locale: [expect.anything()],
      },
    })
  })

  it("hold a portal domain that no other firm has", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const portalDomain = `portal.${ours.firm.subdomain}.example`
    await ours.owner.does(updateFirm, { portalDomain })
    expect(await gate.firmByHost("domain", portalDomain)).toMatchObject({ id: ours.firm.id })
    await expect(theirs.owner.does(updateFirm, { portalDomain })).rejects.toMatchObject({
      code: "conflict",
      sentence: { key: "firm.refusals.domainTaken" },
    })
    expect(await ours.owner.does(updateFirm, { portalDomain: null })).toMatchObject({ portalDomain: null })
  })

  it("are kept from being overwritten by who saw older ones", async () => {
    const { owner } = await aFirm()
    const { version } = await owner.does(updateFirm, { taxId: "1" })
    await owner.does(updateFirm, { taxId: "2" })
    await expect(owner.does(updateFirm, { taxId: "3" }, { expectedVersion: version })).rejects.toMatchObject({
      code: "conflict",
    })
  })

  it("are read by viewers and changed by owners and admins alone", async () => {
    const { firm, member } = await aFirm()
    const [viewer, manager, staff] = [await member("readonly"), await member("manager"), await member("staff")]
    expect(await viewer.does(readFirm, {})).toMatchObject({ id: firm.id })
    for (const one of [viewer, manager]) {
      await expect(one.does(updateFirm, { name: "x" })).rejects.toMatchObject({ code: "forbidden" })
    }
    await expect(staff.does(readFirm, {})).rejects.toMatchObject({ code: "forbidden" })
    expect(await (await member("admin")).does(updateFirm, { name: "Ours" })).toMatchObject({ name: "Ours" })
  })
})
