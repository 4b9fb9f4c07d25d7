import { describe, expect, it } from "vitest"
import { groupsFor } from "./palette-items"

const sources = {
  nav: [{ items: [{ href: "/invoices", label: "Invoices", icon: "invoices" as const }] }],
  commands: [
    { label: "New invoice", href: "/invoices/new" },
    { label: "Start timer", dialog: "timer" },
  ],
  recent: [{ key: "find /clients/1", label: "Globex", icon: "search" as const, href: "/clients/1" }],
  found: [{ label: "INV-0042", href: "/invoices/42" }],
  titles: { recent: "Recent", actions: "Do", go: "Go to", find: "Found" },
}
const offered = (query: string) =>
  groupsFor({ ...sources, query }).map(({ value, items }) => [value, items.map((item) => item.label)])

describe("what the palette offers", () => {
  it("starts with what was used last, then everything one can do", () => {
    expect(offered("")).toEqual([
      ["Recent", ["Globex"]],
      ["Do", ["New invoice", "Start timer"]],
      ["Go to", ["Invoices"]],
    ])
  })

  it("puts records found before commands and pages, and takes words in any order", () => {
    expect(offered("inv new")).toEqual([
      ["Found", ["INV-0042"]],
      ["Do", ["New invoice"]],
    ])
  })

  it("does not mind accents", () => {
    expect(offered("ínv")).toEqual([
      ["Found", ["INV-0042"]],
      ["Do", ["New invoice"]],
      ["Go to", ["Invoices"]],
    ])
  })
})
