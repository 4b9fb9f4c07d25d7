import { type BrowserContext, expect, type Page } from "@playwright/test"
import { cutOff, textsOfPage } from "./page-texts"

export const widths = [1440, 390]

/** Gives a browser one of the demo's made-up languages; see lib/platform/pseudo-locale.ts. */
export async function speak(context: BrowserContext, locale: "en-XA" | "ar-XB", urls: string[]) {
  const hosts = [...new Set(urls.map((url) => new URL(url).origin))]
  await context.addCookies(hosts.map((url) => ({ name: "locale", value: locale, url })))
}

/** Texts of the page that are neither translated nor data. */
export async function untranslatedOn(page: Page, isData: (text: string) => boolean): Promise<string[]> {
  const texts = await page.evaluate(textsOfPage)
  const plain = texts.filter(({ text }) => !isData(remainder(text)))
  return [...new Set(plain.map(({ text, where }) => `“${text.trim()}” in ${where} is not translated`))]
}

/** What is left of a text without what stands in brackets; a part of a text with tags in it has but its accents. */
function remainder(text: string): string {
  let rest = text
  for (let before = ""; before !== rest; ) {
    before = rest
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, " ")
  }
  return /[áéíóúýçñšžÁÉÍÓÚÝÇÑŠŽ⟦⟧]/.test(rest) ? "" : rest
}

/** Sentences about what a language that is longer does to a page, at both widths. */
export async function troubleOn(page: Page, url: string, isData: (text: string) => boolean): Promise<string[]> {
  await page.setViewportSize({ width: widths[0]!, height: 900 })
  expect((await page.goto(url))!.status(), url).toBe(200)
  await expect(page.locator("html")).toHaveAttribute("lang", "en-XA")
  const problems = await untranslatedOn(page, isData)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    problems.push(...(await page.evaluate(cutOff)).map((one) => `${one} at ${width}`))
  }
  return problems.map((one) => `${new URL(url).host}${new URL(url).pathname}: ${one}`)
}
