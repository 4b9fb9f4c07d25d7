import type { Page } from "@playwright/test"
import { at, desk, expect, test } from "./fixtures"
import { buyer, sell } from "./walk"

/** From now on scripts wait until they are let through. */
async function holdScripts(page: Page) {
  const gate = Promise.withResolvers<void>()
  let asked = 0
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    asked++
    await gate.promise
    await route.continue()
  })
  return { release: () => gate.resolve(), asked: () => asked }
}

const field = (page: Page) => page.getByRole("combobox", { name: "Project", exact: true })
/** The text field has taken the place of the select that came with the page. */
const ready = (page: Page) => expect(field(page)).toHaveJSProperty("tagName", "INPUT")

test("a picker keeps every letter, the caret and the focus while its list is still on the way", async ({
  as,
  tokens,
  unique,
}) => {
  const who = buyer(unique("Quill"))
  const { projectId } = await sell(await tokens("owner"), who)
  const page = await (await as("manager")).newPage()
  await page.goto(at("acme", "/time"))
  await ready(page)
  const scripts = await holdScripts(page)
  await field(page).evaluate((input) => input.setAttribute("data-seen", "before"))

  await field(page).focus()
  await expect.poll(scripts.asked, "the list is asked for at the first sign").toBeGreaterThan(0)
  await page.keyboard.type(who.companyName)
  await page.keyboard.press("Enter")
  await page.keyboard.press("ArrowLeft")
  await page.keyboard.press("ArrowLeft")
  await expect(field(page)).toHaveValue(who.companyName)
  await expect(field(page)).toHaveAttribute("aria-expanded", "false")
  await expect(page.getByText("Some fields need your attention")).toBeHidden()

  scripts.release()
  await expect(page.getByRole("option").first()).toContainText(who.companyName)
  await expect(field(page)).toHaveAttribute("aria-expanded", "true")
  await expect(field(page), "it is the same control as before").toHaveAttribute("data-seen", "before")
  await expect(field(page)).toBeFocused()
  const caret = await field(page).evaluate((input: HTMLInputElement) => input.selectionStart)
  expect(caret).toBe(who.companyName.length - 2)

  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("listbox")).toBeHidden()
  await expect(page.locator('input[name="work"]')).toHaveValue(new RegExp(`^${projectId}`))
  await expect(field(page)).toBeFocused()
})

test("a picker opens by the arrow and by a click also before its list has come", async ({ as }) => {
  const page = await (await as("manager")).newPage()
  for (const want of [() => page.keyboard.press("ArrowDown"), () => field(page).click()]) {
    await page.goto(at("acme", "/time"))
    await ready(page)
    const scripts = await holdScripts(page)
    await field(page).focus()
    await want()
    await expect.poll(scripts.asked).toBeGreaterThan(0)
    scripts.release()
    await expect(page.getByRole("option").first()).toBeVisible()
    await page.keyboard.press("Escape")
    await expect(page.getByRole("listbox")).toBeHidden()
    await expect(field(page)).toBeFocused()
    await page.unrouteAll()
  }
})

test("what was left without a choice goes back to what is chosen", async ({ as, tokens, unique }) => {
  const who = buyer(unique("Ferry"))
  const { projectId } = await sell(await tokens("owner"), who)
  const name = `Advice for ${who.companyName}`
  const page = await (await as("manager")).newPage()
  await page.goto(at("acme", `/time?projectId=${projectId}`))
  await ready(page)
  await expect(field(page)).toHaveValue(name)
  const scripts = await holdScripts(page)
  await field(page).fill("Nothing of that name")
  await page.keyboard.press("Tab")
  await expect(field(page)).toHaveValue(name)
  scripts.release()
  await field(page).click()
  await expect(page.getByRole("option", { selected: true })).toContainText(name)
  await field(page).fill("Nothing of that name")
  await expect(page.getByText("Nothing found")).toBeVisible()
  await page.keyboard.press("Tab")
  await expect(field(page)).toHaveValue(name)
  await expect(page.locator('input[name="work"]')).toHaveValue(projectId)
})

test("a picker whose list can't be had is the select that it was", async ({ browser, as }) => {
  const state = await (await as("manager")).storageState()
  // Not a visitor's browser: that a script is missing is told in the console.
  const context = await browser.newContext({ ...desk, storageState: state })
  const page = await context.newPage()
  await page.goto(at("acme", "/time"))
  await ready(page)
  await page.route("**/_next/static/chunks/*.js", (route) => route.abort())
  await field(page).focus()
  await expect(field(page)).toHaveJSProperty("tagName", "SELECT")
  await field(page).selectOption({ index: 1 })
  await context.close()
})

test("without scripts a form offers the likely ones, and all of them when asked", async ({ as, tokens, unique }) => {
  const { projectId } = await sell(await tokens("owner"), buyer(unique("Attic")))
  const page = await (await as("manager", { ...desk, javaScriptEnabled: false })).newPage()
  await page.goto(at("acme", "/time?on=2026-01-05"))
  const few = await field(page).getByRole("option").count()
  await page.getByRole("link", { name: "List them all" }).click()
  await expect(page).toHaveURL(/on=2026-01-05&all=true/)
  await expect(page.getByRole("link", { name: "List them all" })).toBeHidden()
  expect(await field(page).getByRole("option").count()).toBeGreaterThanOrEqual(few)
  await field(page).selectOption(projectId)
})
