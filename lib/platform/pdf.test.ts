import { crc32, deflateSync } from "node:zlib"
import { extractText, getDocumentProxy, getMeta } from "unpdf"
import { afterAll, describe, expect, it } from "vitest"
import { closePdf, type DocumentContent, renderDocument } from "./pdf"

const content: DocumentContent = {
  brand: { name: "Acme Advisory", accent: "#0f766e", lines: ["1 High Street, London"] },
  title: "Invoice",
  number: "INV-0042",
  status: "Due",
  parties: [{ label: "Billed to", lines: ["Northwind Traders", "Győri út 12"] }],
  facts: [["Due", "5 December 2026"]],
  sections: [
    { kind: "heading", text: "Work" },
    { kind: "paragraph", text: "Łukasz, Ελλάδα, Україна, Ağrı: 5 × 3 ₺" },
    { kind: "list", items: ["Interviews", "Report"], numbered: true },
  ],
  table: {
    columns: [
      { label: "Description", share: 4 },
      { label: "Amount", align: "end" },
    ],
    rows: [[{ text: "Interviews", note: "3 to 7 November" }, "€1,200.00"]],
  },
  totals: [{ label: "Amount due", value: "€1,200.00", strong: true }],
  notes: [{ kind: "facts", facts: [["Signed by", "Pat"]] }],
  footer: ["Acme Advisory Ltd"],
  locale: "en-GB",
  date: new Date("2026-11-21T09:00:00Z"),
}

afterAll(closePdf)

async function read(given: Partial<DocumentContent> = {}) {
  const bytes = await renderDocument({ ...content, ...given })
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const { text } = await extractText(pdf, { mergePages: false })
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view
  return { bytes, pages: text, paper: [Math.round(width), Math.round(height)], info: (await getMeta(pdf)).info }
}

describe("a document", () => {
  it("says everything it was given, in every European script", async () => {
    const { pages } = await read()
    expect(pages).toHaveLength(1)
    for (const part of [
      "Acme Advisory",
      "1 High Street, London",
      "Invoice",
      "INV-0042",
      "Due",
      "Billed to",
      "Győri út 12",
      "5 December 2026",
      "Łukasz, Ελλάδα, Україна, Ağrı: 5 × 3 ₺",
      "1. Interviews",
      "2. Report",
      "Description",
      "3 to 7 November",
      "€1,200.00",
      "Amount due",
      "Signed by",
      "Acme Advisory Ltd",
      "1 / 1",
    ])
      expect(pages[0]?.replace(/\s+/g, " ")).toContain(part)
  })

  it("carries its name, its maker and its language", async () => {
    const { info, bytes } = await read()
    expect(info).toMatchObject({ Title: "Invoice INV-0042", Author: "Acme Advisory", Language: "en-GB" })
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-")
  })

  it("is the same bytes for the same content and date", async () => {
    const { bytes } = await read()
    await closePdf()
    expect((await read()).bytes.equals(bytes)).toBe(true)
    expect((await read({ date: new Date("2026-11-22T09:00:00Z") })).bytes.equals(bytes)).toBe(false)
  })

  it("repeats its header and name on every page of a long table, and loses no row", async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`Item no. ${i + 1}.`, "€1.00"])
    const { pages } = await read({ table: { ...content.table!, rows } })
    expect(pages.length).toBeGreaterThan(2)
    expect(pages[0]).not.toContain("Invoice INV-0042")
    for (const [i, page] of pages.entries()) {
      if (page.includes("Item no.")) expect(page).toContain("Description")
      if (i > 0) expect(page).toContain("Invoice INV-0042")
      expect(page).toContain(`${i + 1} / ${pages.length}`)
    }
    expect(pages.join(" ").match(/Item no\. \d+\./g)).toEqual(rows.map(([name]) => name))
  })

  it("keeps a heading with what it is about", async () => {
    const sections = Array.from({ length: 30 }, (_, i) => [
      { kind: "heading", text: `Clause ${i}:` } as const,
      { kind: "paragraph", text: `About ${i}: ${"the parties agree on this. ".repeat(12)}` } as const,
    ]).flat()
    const { pages } = await read({ sections, table: undefined, totals: undefined })
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages)
      for (const [, clause] of page.matchAll(/Clause (\d+):/g)) expect(page).toContain(`About ${clause}:`)
  })

  it("fits the paper of the reader's country", async () => {
    expect((await read()).paper).toEqual([595, 842])
    expect((await read({ locale: "en-US" })).paper).toEqual([612, 792])
    expect((await read({ locale: "en-US", paper: "A4" })).paper).toEqual([595, 842])
  })

  it("shows a logo instead of the name", async () => {
    const { bytes } = await read({ brand: { ...content.brand, logo: { data: onePixel(), format: "png" } } })
    expect(bytes.includes("/Subtype /Image")).toBe(true)
  })

  it("can be short", async () => {
    const { pages } = await read({
      number: undefined,
      status: undefined,
      parties: undefined,
      facts: undefined,
      sections: undefined,
      table: undefined,
      totals: undefined,
      notes: undefined,
    })
    expect(pages).toHaveLength(1)
  })

  it("that cannot be made says so, and hinders no other", async () => {
    const broken = renderDocument({ ...content, date: new Date(Number.NaN) })
    const good = renderDocument(content)
    await expect(broken).rejects.toThrow()
    expect((await good).length).toBeGreaterThan(5000)
  })

  it("that is lost with its thread is refused, and the next one is made", async () => {
    const lost = renderDocument(content)
    await closePdf()
    await expect(lost).rejects.toThrow("thread ended")
    expect((await renderDocument(content)).length).toBeGreaterThan(5000)
  })
})

function onePixel(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", Buffer.from("00000001000000010802000000", "hex")),
    chunk("IDAT", deflateSync(Buffer.from([0, 15, 118, 110]))),
    chunk("IEND", Buffer.alloc(0)),
  ])
}
