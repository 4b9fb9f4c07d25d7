import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "@playwright/test"
import { expect, test } from "./fixtures"
import { openFirm } from "./new-firm"
import { confirm } from "./steps"

// Each opens a firm of its own first, with a mail on the way.
test.describe.configure({ timeout: 120_000 })

const main = (page: Page) => page.getByRole("main")
const home = (page: Page) => page.getByRole("link", { name: "Home", exact: true }).first().click()
/** The tile of the home page that a figure's link is in. */
const figure = (page: Page, name: string) =>
  main(page)
    .locator("div")
    .filter({ has: page.getByRole("link", { name, exact: true }) })
    .last()
const sample = "You are looking at sample data: 22 records"

for (const javaScriptEnabled of [true, false]) {
  test(`a new firm looks around in sample data and removes it, scripts ${javaScriptEnabled ? "on" : "off"}`, async ({
    visitor,
    unique,
  }) => {
    const page = await openFirm(await visitor({ javaScriptEnabled }), unique("Sorrel Partners"))
    await expect(page.getByText("0 of 5", { exact: true })).toBeVisible()
    await expect(figure(page, "New leads")).toContainText("0All have been looked at")

    await page.getByRole("button", { name: "See it with sample data" }).click()
    await expect(page.getByText(sample)).toBeVisible()
    await expect(figure(page, "New leads")).toContainText("1Waiting to be looked at")
    await expect(figure(page, "Unbilled time")).toContainText("$870.00")
    await expect(main(page).getByRole("link", { name: /Reconcile bank and cards/ })).toBeVisible()
    await expect(page.getByText("0 of 5", { exact: true }), "samples tick nothing").toBeVisible()
    await expect(page.getByRole("button", { name: "See it with sample data" })).toHaveCount(0)

    const at = new URL(page.url()).origin
    await page.goto(`${at}/clients`)
    await expect(main(page).getByText("Harbor Lane Bakery (sample)")).toBeVisible()
    await page.goto(`${at}/settings`)
    await expect(page.getByText(sample)).toBeVisible()
    await page.getByRole("button", { name: "Remove sample data" }).first().click()
    const dialog = page.getByRole("dialog", { name: "Remove 22 sample records?" })
    for (const what of ["3 leads", "1 draft proposal", "2 clients", "1 project", "4 time entries"])
      await expect(dialog.getByText(what, { exact: true })).toBeVisible()
    await dialog.getByRole("button", { name: "Remove sample data" }).click()

    await expect(page.getByRole("button", { name: "See it with sample data" })).toBeVisible()
    await expect(page.getByText(sample)).toHaveCount(0)
    await expect(figure(page, "New leads")).toContainText("0All have been looked at")
    await page.goto(`${at}/clients`)
    await expect(main(page).getByText("(sample)")).toHaveCount(0)
  })
}

test("what was made real of the samples stays and is named", async ({ visitor, unique }) => {
  const page = await openFirm(await visitor(), unique("Marlow Friends"))
  const at = new URL(page.url()).origin
  await page.getByRole("button", { name: "See it with sample data" }).click()
  await expect(page.getByText(sample)).toBeVisible()
  await page.goto(`${at}/proposals`)
  await page.getByRole("link", { name: /Finance function/ }).click()
  await confirm(page, "Send proposal")
  await expect(page.getByText("Waiting for Ada Marlow")).toBeVisible()
  await home(page)
  await confirm(page, "Remove sample data")
  const kept = main(page).getByText("except for what you have made your own")
  await expect(kept).toBeVisible()
  await main(page)
    .getByRole("link", { name: /Finance function/ })
    .first()
    .click()
  await expect(page.getByText("Waiting for Ada Marlow")).toBeVisible()
})

test("the first steps lead by clicks to a sent proposal, and are put away and brought back", async ({
  visitor,
  unique,
}) => {
  const page = await openFirm(await visitor(), unique("Alder Office"))
  await page.getByRole("link", { name: "Enter your details" }).click()
  await page.getByLabel("Address", { exact: true }).fill("48 Wharf Street")
  await page.getByRole("button", { name: "Save" }).click()
  await expect(page.getByText("Saved.")).toBeVisible()
  await home(page)

  await expect(page.getByText("1 of 5", { exact: true })).toBeVisible()
  await page.getByRole("link", { name: "Add a prospect" }).click()
  await page.getByLabel("Company").fill("Harbour Mill")
  await page.getByLabel("Contact").fill("Hana Bay")
  await page.getByLabel("E-mail").fill("hana@harbour-mill.test")
  await page.getByRole("button", { name: "Add prospect" }).click()
  await expect(page.getByRole("heading", { name: "Harbour Mill", level: 1 })).toBeVisible()
  await home(page)

  await expect(page.getByText("2 of 5", { exact: true })).toBeVisible()
  await page.getByRole("link", { name: "Write a proposal" }).click()
  await page.getByLabel("Title").fill("Year end 2026")
  const line = page.getByRole("group", { name: "Line 1" })
  await line.getByLabel("Description").fill("Accounts and tax return")
  await line.getByLabel("Unit price").fill("1250.50")
  await page.getByRole("button", { name: "Save draft" }).click()
  await expect(page.getByRole("button", { name: "Send proposal" }).first()).toBeVisible()
  await home(page)

  await expect(page.getByText("3 of 5", { exact: true })).toBeVisible()
  await page.getByRole("link", { name: "Open the draft" }).click()
  await confirm(page, "Send proposal")
  await expect(page.getByText("Waiting for Hana Bay")).toBeVisible()
  await home(page)

  await expect(page.getByText("4 of 5", { exact: true })).toBeVisible()
  await expect(main(page).getByRole("link", { name: "Connect payments" })).toBeVisible()
  await expect(page.getByRole("button", { name: "See it with sample data" })).toHaveCount(0)
  await page.getByRole("button", { name: "Hide these steps" }).click()
  await expect(page.getByText("4 of 5", { exact: true })).toHaveCount(0)
  await page.reload()
  await expect(figure(page, "Open proposals")).toContainText("$1,250.50")
  await expect(page.getByText("4 of 5", { exact: true })).toHaveCount(0)
  await page.goto(new URL("/settings", page.url()).href)
  await page.getByRole("button", { name: "Show them on the home page" }).click()
  await expect(page.getByText("4 of 5", { exact: true })).toBeVisible()
})

test("an empty home and one with samples are accessible in both themes and fit a phone", async ({
  visitor,
  unique,
}) => {
  const page = await openFirm(await visitor({ reducedMotion: "reduce" }), unique("Clear View"))
  for (const state of ["empty", "with samples"]) {
    if (state !== "empty") {
      await page.getByRole("button", { name: "See it with sample data" }).click()
      await expect(page.getByText(sample)).toBeVisible()
    }
    for (const [colorScheme, width] of [
      ["light", 1440],
      ["dark", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id, nodes }) => `${state}, ${colorScheme}: ${id} ${nodes[0]!.target}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
  }
})
