import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type MailLayout, renderMail } from "./mail-layout"

const layout: MailLayout = {
  brand: { name: "Acme Advisory", accent: "#0f766e" },
  preheader: "€1,200.00 due on 5 December",
  heading: "Invoice INV-0042",
  paragraphs: ["Hello Pat,", "here is the invoice for November.\nThank you."],
  facts: [
    ["Amount due", "€1,200.00"],
    ["Due on", "5 December 2026"],
  ],
  action: { label: "View and pay", url: "https://acme.portal.example.test/invoices/1?a=1&b=2" },
  footer: ["Acme Advisory, 1 High Street"],
  locale: "en",
}

describe("a mail's layout", () => {
  it("says the same in HTML and in plain text", () => {
    const { html, text } = renderMail(layout)
    expect(text).toBe(
      [
        "Invoice INV-0042",
        "Hello Pat,",
        "here is the invoice for November.\nThank you.",
        "Amount due: €1,200.00\nDue on: 5 December 2026",
        "View and pay:\nhttps://acme.portal.example.test/invoices/1?a=1&b=2",
        "-- \nAcme Advisory\nAcme Advisory, 1 High Street\n",
      ].join("\n\n"),
    )
    for (const part of [
      "Invoice INV-0042",
      "Thank you.",
      "€1,200.00",
      "5 December 2026",
      "View and pay",
      "1 High Street",
    ])
      expect(html).toContain(part)
    expect(html).toContain('href="https://acme.portal.example.test/invoices/1?a=1&amp;b=2"')
  })

  it("stays small enough not to be cut by mail clients", () => {
    const paragraphs = Array(20).fill("x".repeat(500))
    expect(Buffer.byteLength(renderMail({ ...layout, paragraphs }).html)).toBeLessThan(102_000)
  })

  it("escapes whatever people wrote", () => {
    const tags = (given: MailLayout) => renderMail(given).html.match(/<[a-z][^>]*>/gi)
    const plain = tags(layout)
    fc.assert(
      fc.property(fc.constantFrom("<script>", '"onload="x', "'><img src=x>", "&lt;", "</style>"), (evil) => {
        const given: MailLayout = {
          ...layout,
          brand: { ...layout.brand, name: evil },
          preheader: evil,
          heading: evil,
          paragraphs: [evil, "a\nb"],
          facts: [
            [evil, evil],
            ["b", evil],
          ],
          action: { ...layout.action!, label: evil },
          footer: [evil],
        }
        expect(tags(given)).toEqual(plain)
      }),
    )
  })

  it("links to web addresses only, and shows no colour that is none", () => {
    const evil = { label: "Open", url: "javascript:alert(1)" }
    expect(() => renderMail({ ...layout, action: evil })).toThrow("web addresses")
    const brand = { name: "A", accent: 'red"><script>', logoUrl: "data:text/html,x" }
    expect(() => renderMail({ ...layout, brand })).toThrow("web addresses")
    expect(renderMail({ ...layout, brand: { name: "A", accent: brand.accent } }).html).not.toContain("<script>")
  })

  it("can be read from right to left, and in the dark", () => {
    const { html } = renderMail({ ...layout, locale: "ar", direction: "rtl" })
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).not.toContain('align="left" style')
    expect(html).toContain("prefers-color-scheme:dark")
  })
})
