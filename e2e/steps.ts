import type { Page } from "@playwright/test"
import { at } from "./fixtures"
import { card } from "./stripe"
import type { Buyer } from "./walk"

// What a person does on the screens of the walk; with and without scripts the names of fields and buttons are the same.

export async function addLead(page: Page, who: Buyer) {
  await page.goto(at("acme", "/leads/new"))
  await page.getByLabel("Company").fill(who.companyName)
  await page.getByLabel("Contact").fill(who.contactName)
  await page.getByLabel("E-mail").fill(who.email)
  await page.getByRole("button", { name: "Add lead" }).click()
  await page.getByRole("heading", { name: who.companyName, level: 1 }).waitFor()
}

/** Writes one line of 2 × 1,250.50 with tax: 2,501.00 and 206.33. */
export async function writeProposal(page: Page, title: string) {
  await page.getByRole("button", { name: "Convert to prospect" }).click()
  await page.getByRole("link", { name: "Create proposal" }).click()
  await page.getByLabel("Title").fill(title)
  const line = page.getByRole("group", { name: "Line 1" })
  await line.getByLabel("Description").fill("Accounts and tax return")
  await line.getByLabel("Quantity").fill("2")
  await line.getByLabel("Unit price").fill("1250.50")
  await line.getByLabel("Tax %").fill("8.25")
  await page.getByRole("button", { name: "Save draft" }).click()
}

export async function acceptProposal(page: Page, who: Buyer) {
  await page.getByLabel("Your full name").fill(who.contactName)
  await page.getByLabel("Your e-mail").fill(who.email)
  await page.getByLabel("I have read the proposal").check()
  await page.getByRole("button", { name: "Accept proposal" }).click()
  await page.getByText(`Thank you, ${who.contactName}`).waitFor()
}

/** Joins the portal by the invitation; ends where one lands when signed in. */
export async function acceptInvitation(page: Page, link: URL, who: Buyer, password: string) {
  await page.goto(link.href)
  await page.getByLabel("Your name").fill(who.contactName)
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Join" }).click()
  await page.waitForURL((url) => !/invitations|sign-in/.test(url.pathname))
}

export async function payOnStripe(page: Page, who: Buyer) {
  await page.waitForURL(/\/c\/pay\//)
  const typed = { email: who.email, billingName: who.contactName, ...card }
  for (const [name, value] of Object.entries(typed)) await page.locator(`input[name=${name}]`).fill(value)
  await page.getByRole("button", { name: /^Pay/ }).click()
}

/** Presses a button that asks first, and confirms; the browser opens such a dialog without a script, too. */
export async function confirm(page: Page, name: string) {
  await page.getByRole("button", { name }).first().click()
  await page.getByRole("dialog").getByRole("button", { name }).click()
}
