import { at, expect, test } from "./fixtures"

test("a page that an extension has added something to draws itself again", async ({ browser }) => {
  // Not the fixture's browser: React tells in the console what it found changed.
  const context = await browser.newContext()
  await context.addInitScript(() =>
    document.addEventListener("DOMContentLoaded", () => document.body.prepend(document.createElement("div"))),
  )
  const refused: string[] = []
  context.on("console", (message) => {
    if (/trusted ?(type|html|script)/i.test(message.text())) refused.push(message.text())
  })
  const page = await context.newPage()
  const told = context.waitForEvent("weberror")
  await page.goto(at("acme", "/sign-in"))
  expect(String((await told).error())).toMatch(/#418/)
  await page.getByLabel("E-mail").fill("owner@acme.test")
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible()
  expect(refused).toEqual([])
  await context.close()
})
