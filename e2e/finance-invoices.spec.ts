import type { Page } from "@playwright/test"
import type { Api } from "./api"
import { at, expect, phone, signIn, test } from "./fixtures"
import { mailAbout } from "./mailbox"
import { clientPassword, joinPortal } from "./portal"
import { card } from "./stripe"

/** A client with one person who may pay, and who has accepted the invitation to the portal. */
async function aPayer(firm: Api, companyName: string) {
  const email = `pay@${companyName.toLowerCase().replaceAll(" ", "-")}.test`
  const client = (await firm.post("/clients/clients", { name: companyName, currency: "USD" }, { expect: 201 })).data
  const path = `/clients/clients/${client.id}/portal-users`
  await firm.post(path, { email, name: "Robin Reed", role: "billing" }, { expect: 201 })
  await joinPortal({ companyName, contactName: "Robin Reed", email })
  return { ...client, email }
}

async function aSentInvoice(firm: Api, clientId: string, unitPrice = "400.00") {
  const lines = [{ description: "Advice", quantity: "2", unitPrice, taxRate: "8.25" }]
  const draft = (await firm.post("/finance/invoices", { clientId, lines }, { expect: 201 })).data
  return (await firm.post<{ id: string; number: string }>(`/finance/invoices/${draft.id}/send`, {}, { expect: 200 }))
    .data
}

async function payOnStripesPage(page: Page, email: string) {
  await page.waitForURL(/\/c\/pay\//)
  const typed = { email, billingName: "Robin Reed", ...card }
  for (const [name, value] of Object.entries(typed)) await page.locator(`input[name=${name}]`).fill(value)
  await page.getByRole("button", { name: /^Pay/ }).click()
}

const signedIn = async (page: Page) => {
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
  return page
}

test("an invoice is written, sent and paid, and both sides see it without reloading", async ({
  as,
  tokens,
  visitor,
  unique,
}) => {
  const client = await aPayer(await tokens("owner"), unique("Quarry"))
  const desk = await (await as("owner")).newPage()
  await desk.goto(at("acme", `/invoices/new/by-hand?clientId=${client.id}`))
  await desk.getByLabel("Description").first().fill("Year end close")
  await desk.getByLabel("Quantity").first().fill("2.5")
  await desk.getByLabel("Unit price").first().fill("1,200")
  await desk.getByLabel("Tax").first().fill("8.25")
  await expect(desk.getByText("$3,247.50")).toBeVisible()
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByRole("heading", { name: "Draft invoice" })).toBeVisible()
  await desk.getByRole("button", { name: "Send invoice" }).click()
  await desk.getByRole("dialog").getByRole("button", { name: "Send invoice" }).click()
  const heading = desk.getByRole("heading", { name: /^INV-\d{4}-\d{4,}$/ })
  await expect(heading).toBeVisible()
  const number = (await heading.textContent())!

  const mail = await mailAbout(client.email, new RegExp(`^Invoice ${number}`))
  expect(mail.attachments).toMatchObject([{ filename: `${number}.pdf`, contentType: "application/pdf" }])

  const hand = await signedIn(await signIn(await visitor(phone), "portal", client.email, clientPassword))
  await hand.goto(mail.links.find((link) => link.includes("/invoices/"))!)
  await expect(desk.getByText("Viewed", { exact: true })).toBeVisible()
  await hand.getByRole("button", { name: "Pay $3,247.50" }).click()
  await payOnStripesPage(hand, client.email)
  await expect(hand.getByText("Thank you, your payment has arrived")).toBeVisible()
  await expect(hand.getByRole("button", { name: /^Pay/ })).toHaveCount(0)

  await expect(desk.getByText("Paid", { exact: true }).first()).toBeVisible()
  await desk.getByRole("link", { name: "Ledger", exact: true }).last().click()
  await expect(desk.getByRole("row", { name: /Payment received.*1100 Accounts receivable/ })).toBeVisible()
  await mailAbout(client.email, /^Receipt: \$3,247\.50/)
})

test("without a script, an invoice is written, more lines come on asking, and it is paid", async ({
  as,
  tokens,
  visitor,
  unique,
}) => {
  const client = await aPayer(await tokens("owner"), unique("Granite"))
  const desk = await (await as("owner", { javaScriptEnabled: false })).newPage()
  await desk.goto(at("acme", `/invoices/new/by-hand?clientId=${client.id}`))
  for (const [row, description] of ["One", "Two", "Three", "Four"].entries()) {
    await desk.locator(`[name="lines.${row}.description"]`).fill(description)
    await desk.locator(`[name="lines.${row}.unitPrice"]`).fill("25.00")
  }
  await desk.getByRole("button", { name: "Save and add lines" }).click()
  await desk.locator('[name="lines.4.description"]').fill("Five")
  await desk.locator('[name="lines.4.unitPrice"]').fill("no price")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.locator('[name="lines.4.description"]')).toHaveValue("Five")
  await desk.locator('[name="lines.4.unitPrice"]').fill("20.50")
  await desk.getByRole("button", { name: "Save draft" }).click()
  await expect(desk.getByText("$120.50").first()).toBeVisible()

  const invoice = await aSentInvoice(await tokens("owner"), client.id, "60.00")
  const hand = await signedIn(
    await signIn(await visitor({ ...phone, javaScriptEnabled: false }), "portal", client.email, clientPassword),
  )
  await hand.goto(at("portal", `/invoices/${invoice.id}`))
  await hand.getByRole("button", { name: "Pay $129.90" }).click()
  await payOnStripesPage(hand, client.email)
  await expect(hand).toHaveURL(new RegExp(`/invoices/${invoice.id}\\?paid=1$`))
  await expect(hand.getByRole("heading", { name: invoice.number })).toBeVisible()
})

test("a payment by hand is recorded and refunded, and the invoice is open again", async ({ as, tokens, unique }) => {
  const firm = await tokens("owner")
  const client = (await firm.post("/clients/clients", { name: unique("Slate"), currency: "USD" }, { expect: 201 })).data
  const invoice = await aSentInvoice(firm, client.id, "100.00")
  const page = await (await as("owner")).newPage()
  await page.goto(at("acme", `/invoices/${invoice.id}`))
  await page.getByRole("link", { name: "Record payment" }).first().click()
  await page.getByLabel("Amount").fill("250")
  await page.getByRole("button", { name: "Record payment" }).click()
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible()

  await page.getByRole("link", { name: "Payments", exact: true }).last().click()
  await page
    .getByRole("link", { name: /2026|20\d\d/ })
    .last()
    .click()
  await expect(page.getByRole("heading", { name: "Payment of $250.00" })).toBeVisible()
  await page.getByRole("link", { name: "Refund" }).click()
  await page.getByLabel("Amount").fill("133.50")
  await page.getByRole("button", { name: "Refund payment" }).click()
  await expect(page.getByText("Part refunded").first()).toBeVisible()
  await page.getByRole("link", { name: invoice.number }).click()
  await expect(page.getByText("Part paid", { exact: true }).first()).toBeVisible()
})
