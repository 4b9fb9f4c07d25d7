import { readdirSync } from "node:fs"
import { createTranslator } from "next-intl"
import { describe, expect, it } from "vitest"
import { directionOf, isLocale, locales, messagesFor } from "./messages"
import { pseudoLocalise } from "./pseudo-locale"

const namespacesOf = (locale: string) =>
  readdirSync(new URL(`../../messages/${locale}/`, import.meta.url)).map((file) => file.replace(/\.json$/, ""))

describe("the message catalogues", () => {
  it.each(locales)("%s has every file of its folder (run `node messages/collect.mjs` after adding one)", (locale) => {
    expect(Object.keys(messagesFor(locale)).sort()).toEqual(namespacesOf(locale).sort())
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
})
