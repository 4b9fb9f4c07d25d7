import { AxeBuilder } from "@axe-core/playwright"
import type { BrowserContext, Page } from "@playwright/test"
import { at, expect, test } from "./fixtures"
import { pagesOf } from "./pages"
import { type Open, routePolicy } from "./route-policy"
import { shown } from "./routes"
import { invite } from "./team"
import { buyer, offer } from "./walk"

test.describe.configure({ timeout: 240_000 })
// Recording every page in two themes would take longer than looking at them.
test.use({ trace: "off", screenshot: "off" })

const still = { reducedMotion: "reduce" } as const

/** What axe objects to, and what is wider than a phone: at a desk in light, then on a phone in the dark. */
async function objections(page: Page, url: string): Promise<string[]> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: "light" })
  const answer = await page.goto(url)
  await page.waitForLoadState("load")
  const status = answer!.status()
  const light = await violations(page, `${url} in light`)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: "dark" })
  const dark = await violations(page, `${url} on a phone in the dark`)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return [
    ...(status >= 500 ? [`${url} answers ${status}`] : []),
    ...light,
    ...dark,
    ...(width > 390 ? [`${url} is ${width} pixels wide on a phone`] : []),
  ]
}

async function violations(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(
    ({ id, nodes }) => `${where}: ${id}, ${nodes.map(({ target }) => target.join(" ")).join(" and ")}`,
  )
}

async function lookAt(context: BrowserContext, urls: string[]) {
  const page = await context.newPage()
  const problems: string[] = []
  for (const url of urls) problems.push(...(await objections(page, url)))
  expect(problems).toEqual([])
}

const isPage = (route: string) => !/^\/(api|robots|_)|sitemap|handoff|\/design|\/start$/.test(route)

test("the workspace is accessible in both themes and fits a phone", async ({ as }) => {
  await lookAt(await as("owner", still), [...(await pagesOf("owner", "acme")), at("acme", "/no-such-page")])
})

test("the workspace of somebody who may do nothing is accessible, too", async ({ as }) => {
  const paths = ["/", "/leads", "/settings", "/no-such-page", "/clients/new"]
  await lookAt(
    await as("viewer", still),
    paths.map((path) => at("acme", path)),
  )
})

test("the portal is accessible in both themes and fits a phone", async ({ as }) => {
  await lookAt(await as("pat", still), [...(await pagesOf("pat", "portal")), at("portal", "/no-such-page")])
})

test("the console is accessible in both themes and fits a phone", async ({ as }) => {
  await lookAt(await as("operator", still), await pagesOf("operator", "root"))
})

test("what is open to everybody is accessible in both themes and fits a phone", async ({ visitor, tokens, unique }) => {
  const firm = await tokens("owner")
  const { publicUrl } = await offer(firm, buyer(unique("Axe")))
  const { data: form } = await firm.post<{ publicUrl: string }>(
    "/crm/lead-forms",
    { title: unique("Axe") },
    { expect: 201 },
  )
  const { link } = await invite(firm, { role: "manager" })
  const open = Object.entries(routePolicy).filter((entry): entry is [string, Open] => "answers" in entry[1])
  const pages = open.flatMap(([route, { on }]) =>
    on !== "any" && on !== "auth" && isPage(route)
      ? [at(on, shown(route, on).replace(/\[[\w.]+\]/g, "no-such-thing"))]
      : [],
  )
  await lookAt(await visitor(still), [...pages, publicUrl.href, form.publicUrl, link.href])
})
