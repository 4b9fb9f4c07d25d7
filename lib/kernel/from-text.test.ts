import { describe, expect, it } from "vitest"
import { z } from "zod"
import { withClock } from "@/lib/platform/clock"
import { amount, asTyped, day, decimal, maybe } from "./fields"
import { fromText } from "./from-text"

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

describe("text from forms and addresses", () => {
  it("is read as the schema expects it, and an empty field is an absent one", () => {
    const schema = z.strictObject({
      limit: z.number().default(50),
      urgent: z.boolean().optional(),
      tags: z.array(z.string()),
      note: z.string().min(1).optional(),
    })
    const query = new URLSearchParams("limit=10&urgent=on&tags=a&tags=b&note=&unknown=x")
    expect(fromText(schema, query)).toEqual({ limit: 10, urgent: true, tags: ["a", "b"] })
    expect(fromText(schema, query, { strict: true })).toMatchObject({ unknown: "x" })
  })

  it("clears what may be cleared", () => {
    const schema = z.strictObject({
      owner: maybe(z.uuid()).optional(),
      phone: z.string().optional(),
      name: z.string().min(1),
    })
    expect(fromText(schema, form({ owner: "", phone: "", name: "" }))).toEqual({ owner: null, phone: "" })
  })

  it("holds records as numbered rows, and leaves out those that nobody filled in", () => {
    const schema = z.strictObject({
      lines: z.array(z.strictObject({ description: z.string(), optional: z.boolean().optional() })),
    })
    const rows = form({
      "lines.0.description": "One",
      "lines.2.description": "",
      "lines.7.description": "Two",
      "lines.7.optional": "on",
    })
    expect(fromText(schema, rows)).toEqual({ lines: [{ description: "One" }, { description: "Two", optional: true }] })
  })

  it("reads money, hours and dates as people write them, in forms only", () => {
    const hours = decimal.refine(() => true).register(asTyped, { as: "hours" })
    const schema = z.strictObject({ price: amount, worked: hours.optional(), due: maybe(day).optional() })
    const typed = { price: "1,200.50", worked: "1:30", due: "tomorrow" }
    const read = withClock(new Date("2026-11-20T12:00:00Z"), () => fromText(schema, form(typed)))
    expect(read).toEqual({ price: "1200.50", worked: "1.50", due: "2026-11-21" })
    expect(fromText(schema, new URLSearchParams(typed))).toEqual(typed)
  })

  it("hands on what it can't read, to be refused in words", () => {
    expect(fromText(z.strictObject({ price: amount }), form({ price: "about ten" }))).toEqual({ price: "about ten" })
  })
})
