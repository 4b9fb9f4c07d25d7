import { readdirSync } from "node:fs"
import { getTableColumns, getTableName, isTable } from "drizzle-orm"
import { createTranslator } from "next-intl"
import { describe, expect, it } from "vitest"
import * as schema from "@/db/schema"
import fields from "@/messages/en/fields.json"
import { untranslated } from "@/test/catalogues"
import { defaultLocale, directionOf, isLocale, locales, messagesFor } from "./messages"
import { isPseudoLocale, pseudoLocalise } from "./pseudo-locale"

const audited =
  /^(clients|contacts|engagements|firms|invoices|lead_forms|leads|members|notes|projects|proposals|prospects|tasks|time_entries)$/
const tables = new Map(
  Object.values(schema)
    .filter((one) => isTable(one))
    .map((table) => [getTableName(table), table] as const)
    .filter(([name]) => audited.test(name)),
)
const namespacesOf = (locale: string) =>
  readdirSync(new URL(`../../messages/${locale}/`, import.meta.url)).map((file) => file.replace(/\.json$/, ""))

describe("the message catalogues", () => {
  it.each(locales)("%s has every file of its folder (run `node messages/collect.mjs` after adding one)", (locale) => {
    expect(Object.keys(messagesFor(locale)).sort()).toEqual(namespacesOf(locale).sort())
  })

  it.each(locales)("%s says everything, with the arguments that the pages give", (locale) => {
    expect(untranslated(messagesFor(defaultLocale), messagesFor(locale))).toEqual([])
  })

  it("would notice a translation that is missing, empty, left over, mistaken, or leaves something out", () => {
    const from = {
      a: { one: "{count, plural, one {# card} other {# cards}}", two: "Two" },
      b: "By <b>{who}</b>",
      c: "C",
    }
    const to = { a: { one: "Karten", three: "Drei" }, b: "Von {who", c: " " }

    expect(untranslated(from, to)).toEqual([
      "a.two is missing",
      "c is missing",
      "a.three is in no use",
      "a.one has no arguments, not count",
      expect.stringMatching(/^b has a mistake in it .*, not <b>, who$/),
    ])
    expect(untranslated(from, from)).toEqual([])
  })

  it("has a word for every column whose change the audit trail names", () => {
    const bookkeeping = ["id", "firmId", "createdAt", "updatedAt", "version"]
    const columns = [...tables.values()].flatMap((table) => Object.keys(getTableColumns(table)))
    expect(columns.length).toBeGreaterThan(100)
    expect(columns.filter((name) => !bookkeeping.includes(name) && !Object.hasOwn(fields, name))).toEqual([])
  })

  it("knows a locale by its catalogue and a direction by its script", () => {
    expect([isLocale("en"), isLocale("xx"), isLocale("toString")]).toEqual([true, false, false])
    expect([directionOf("ar-EG"), directionOf("en")]).toEqual(["rtl", "ltr"])
  })
})

describe("the pseudo-locale", () => {
  it("accents and lengthens what a person reads", () => {
    expect(pseudoLocalise({ ui: { save: "Save" } })).toEqual({ ui: { save: "⟦Šávé··⟧" } })
  })

  it("leaves arguments, plural forms and tags working", () => {
    const messages = pseudoLocalise({ a: "{count, plural, one {# card} other {# cards}} of <b>{name}</b>" })
    const t = createTranslator({ locale: "en", messages: messages as Record<string, string> })
    expect(t.markup("a", { count: 2, name: "Ada", b: (text) => `<b>${text}</b>` })).toBe(
      `⟦2 çárdš óf <b>Ada</b>${"·".repeat(2)}⟧`,
    )
  })

  it("does the same with messages that the build has parsed", () => {
    const parsed = [["count", 2, { one: [0, " card"], other: [0, " cards"] }], " of ", ["b", ["name"]]]
    const padding = "·".repeat(2)
    expect(pseudoLocalise({ a: parsed, b: ["Hello ", ["name"]] })).toEqual({
      a: ["⟦", ["count", 2, { one: [0, " çárd"], other: [0, " çárdš"] }], " óf ", ["b", ["name"]], `${padding}⟧`],
      b: ["⟦", "Hélló ", ["name"], `${"·".repeat(3)}⟧`],
    })
  })

  it("has names that no translation has", () => {
    expect(["en-XA", "ar-XB", "en", "xx", undefined].map(isPseudoLocale)).toEqual([true, true, false, false, false])
    expect([isLocale("en-XA"), directionOf("ar-XB")]).toEqual([false, "rtl"])
  })
})
