import type { BrowserContext } from "@playwright/test"
import { at, expect, test } from "./fixtures"
import { speak, widths } from "./locales"
import { misplaced } from "./page-sides"
import { cutOff } from "./page-texts"
import { rowOf } from "./routes"

test.describe.configure({ timeout: 120_000 })
test.use({ trace: "off", screenshot: "off" })

const still = { reducedMotion: "reduce" } as const

/** What stands on the wrong side, or is too wide, on pages whose language is written from right to left. */
async function lookAt(context: BrowserContext, urls: string[]) {
  await speak(context, "ar-XB", urls)
  const page = await context.newPage()
  const problems: string[] = []
  for (const url of urls) {
    await page.setViewportSize({ width: widths[0]!, height: 900 })
    expect((await page.goto(url))!.status(), url).toBe(200)
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl")
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const found = [...(await page.evaluate(misplaced)), ...(await page.evaluate(cutOff))]
      problems.push(...found.map((one) => `${new URL(url).host}${new URL(url).pathname} at ${width}: ${one}`))
    }
  }
  expect(problems).toEqual([])
}

test("the workspace from right to left", async ({ as }) => {
  const [invoice, project] = [
    await rowOf("invoices", "acme", undefined, "status = 'paid'"),
    await rowOf("projects", "acme"),
  ]
  const lists = [
    "/",
    "/leads",
    "/prospects",
    "/proposals/new",
    "/clients",
    "/time",
    "/invoices",
    "/messages",
    "/settings",
  ]
  const records = [
    `/invoices/${invoice.id}`,
    `/projects/${project.id}`,
    "/ledger/trial-balance",
    "/ledger/receivables-ageing",
  ]
  await lookAt(
    await as("owner", still),
    [...lists, ...records].map((path) => at("acme", path)),
  )
})

test("the portal from right to left", async ({ as }) => {
  const invoice = await rowOf("invoices", "acme", "Northwind")
  const paths = ["/", "/invoices", `/invoices/${invoice.id}`, "/projects", "/messages"]
  await lookAt(
    await as("pat", still),
    paths.map((path) => at("portal", path)),
  )
})

test("the console and the public site from right to left", async ({ as, visitor }) => {
  await lookAt(await as("operator", still), [at("root", "/platform"), at("root", "/platform/health")])
  await lookAt(
    await visitor(still),
    ["/", "/pricing", "/sign-up"].map((path) => at("root", path)),
  )
})

test("the look from the right finds what stands on the wrong side", async ({ as }) => {
  const context = await as("owner")
  await speak(context, "ar-XB", [at("acme")])
  const page = await context.newPage()
  await page.goto(at("acme", "/invoices"))
  expect(await page.evaluate(misplaced)).toEqual([])
  await page.evaluate(() => {
    for (const cell of document.querySelectorAll<HTMLElement>("tbody .n")) cell.style.textAlign = "right"
    document.querySelector<HTMLElement>(".sidebar")!.style.cssText = "position: fixed; left: 0"
    document.querySelector<HTMLElement>(".workspace-main")!.style.marginLeft = "3rem"
  })
  const found = (await page.evaluate(misplaced)).join("\n")
  for (const sentence of [
    "the sidebar is not at the right",
    "is not at the end of its cell",
    "from where its mirror image would be",
    "has a fixed side",
  ])
    expect(found).toContain(sentence)
})
