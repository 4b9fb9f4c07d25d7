import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { gate } from "@/db/gate"
import { logoOf } from "@/lib/platform/logo"
import { renderDocument } from "@/lib/platform/pdf"
import { aFirm, eventsOf } from "@/test/given"
import { readFirm, removeLogo, setLogo, updateFirm } from "./operations"

/** A photo of a logo, with what cameras write into it. */
const photo = () =>
  sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: "#3b5bdb" } })
    .withExif({ IFD0: { Copyright: "somebody's name" } })
    .jpeg()
    .toBuffer()

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

describe("a firm's logo", () => {
  it("is made anew as a small picture, found under its content, and stands on papers", async () => {
    const { firm, owner } = await aFirm({ name: "Quill & Partners" })
    const file = await photo()
    expect(file.includes("somebody's name")).toBe(true)
    const { logo } = await owner.does(setLogo, { image: file.toString("base64") })
    expect(logo).toMatch(/^\/api\/logo\/[0-9a-f]{32}\.png$/)
    expect((await owner.does(readFirm, {})).logo).toBe(logo)
    expect(await eventsOf(firm)).toMatchObject([{ name: "firm.logo_sent" }, { name: "firm.updated", fields: ["logo"] }])

    const { logoKey } = (await gate.firmByHost("subdomain", firm.subdomain))!
    expect(logoKey).toBe(`${firm.id}/logo/${logo!.split("/").at(-1)}`)
    const stored = (await logoOf(logoKey))!
    expect(await sharp(stored).metadata()).toMatchObject({ format: "png", width: 384, height: 192 })
    expect(stored.includes("somebody's name")).toBe(false)

    const paper = { title: "Invoice", locale: "en", date: new Date(0), footer: [] }
    const brand = { name: firm.name, accent: firm.accent }
    const [plain, branded] = [
      await renderDocument({ ...paper, brand }),
      await renderDocument({ ...paper, brand: { ...brand, logoKey } }),
    ]
    expect([plain, branded].map((pdf) => pdf.includes("/Subtype /Image"))).toEqual([false, true])
  })

  it("is removed once, and then its name stands there again", async () => {
    const { firm, owner } = await aFirm()
    await owner.does(setLogo, { image: (await photo()).toString("base64") })
    expect((await owner.does(removeLogo, {})).logo).toBeNull()
    expect((await owner.does(removeLogo, {})).logo).toBeNull()
    expect(await eventsOf(firm)).toHaveLength(3)
  })

  it("is a picture: what only says so is refused in words, and the old one stays", async () => {
    const { owner } = await aFirm()
    const { logo } = await owner.does(setLogo, { image: (await photo()).toString("base64") })
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`
    for (const text of [svg, "GIF89a", "%PDF-1.7"]) {
      await expect(owner.does(setLogo, { image: Buffer.from(text).toString("base64") })).rejects.toMatchObject({
        code: "validation_error",
        fields: { image: [{ key: "firm.refusals.logo" }] },
      })
    }
    const large = Buffer.alloc(600_000).toString("base64")
    await expect(owner.does(setLogo, { image: large })).rejects.toMatchObject({
      fields: { image: [{ key: "firm.refusals.logoLarge" }] },
    })
    expect((await owner.does(readFirm, {})).logo).toBe(logo)
  })
})
