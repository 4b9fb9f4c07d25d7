import type { BrowserContext } from "@playwright/test"
import { at, expect, test } from "./fixtures"
import { dataTeller } from "./known-words"
import { speak, troubleOn, untranslatedOn } from "./locales"
import { cutOff } from "./page-texts"
import { pagesOf } from "./pages"

test.describe.configure({ timeout: 240_000 })
test.use({ trace: "off", screenshot: "off" })

const still = { reducedMotion: "reduce" } as const

async function lookAt(context: BrowserContext, urls: string[]) {
  await speak(context, "en-XA", urls)
  const [page, isData] = [await context.newPage(), await dataTeller()]
  const problems: string[] = []
  for (const url of urls) problems.push(...(await troubleOn(page, url, isData)))
  expect(problems).toEqual([])
}

test("the workspace in another language: everything is translated, nothing is cut off or too wide", async ({ as }) => {
  await lookAt(await as("owner", still), await pagesOf("owner", "acme"))
})

test("the portal in another language", async ({ as }) => {
  await lookAt(await as("pat", still), await pagesOf("pat", "portal"))
})

test("the console in another language", async ({ as }) => {
  await lookAt(await as("operator", still), await pagesOf("operator", "root"))
})

test("the public site and the doors in another language", async ({ visitor }) => {
  const site = ["/", "/pricing", "/security", "/demo", "/sign-up", "/sign-in"].map((path) => at("root", path))
  const doors = ["/sign-in", "/forgot"].flatMap((path) => [at("acme", path), at("portal", path)])
  await lookAt(await visitor(still), [...site, ...doors])
})

test("the look at a language finds planted words, cut labels and wide elements", async ({ as }) => {
  // Without scripts the page stays as it was planted.
  const context = await as("owner", { javaScriptEnabled: false })
  await speak(context, "en-XA", [at("acme")])
  const [page, isData] = [await context.newPage(), await dataTeller()]
  await page.goto(at("acme", "/leads"))
  expect(await untranslatedOn(page, isData)).toEqual([])
  expect(await page.evaluate(cutOff)).toEqual([])
  await page.evaluate(() => {
    const main = document.querySelector("#content")!
    const plant = (tag: string, text: string, attributes: Record<string, string> = {}) => {
      const element = Object.assign(document.createElement(tag), { textContent: text })
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
      main.append(element)
      return element
    }
    plant("p", "Save the draft")
    plant("p", "draft")
    plant("button", "", { "aria-label": "Close it" })
    plant("p", "⟦Ćut lábél·····⟧").style.cssText = "overflow: hidden; inline-size: 3rem; white-space: nowrap"
    plant("p", "1").style.inlineSize = "2000px"
  })
  expect(await untranslatedOn(page, isData)).toEqual([
    "“Save the draft” in p. is not translated",
    "“draft” in p. is not translated",
    "“Close it” in button.@aria-label is not translated",
  ])
  const cut = (await page.evaluate(cutOff)).join("\n")
  for (const sentence of [/^the page is \d+ pixels wide/m, /Ćut lábél.* is cut off/]) expect(cut).toMatch(sentence)
})
