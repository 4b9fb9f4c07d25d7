import { at, expect, test } from "./fixtures"
import { Keyboard } from "./keyboard"
import { linkIn, mailAbout, mailWith } from "./mailbox"
import { clientPassword } from "./portal"
import { card } from "./stripe"
import { password } from "./surroundings"
import { buyer } from "./walk"

test("the walk by keyboard alone, on both sides: everything can be reached, shows its focus and keeps it", async ({
  visitor,
  unique,
}) => {
  test.setTimeout(240_000)
  const who = buyer(unique("Quay House"))
  const page = await (await visitor()).newPage()
  const firm = new Keyboard(page)
  const shown = (name: string | RegExp) => expect(page.getByRole("heading", { name, level: 1 })).toBeVisible()

  await test.step("signing in, and a lead", async () => {
    await page.goto(at("acme", "/sign-in"))
    await firm.type("E-mail", "owner@acme.test")
    await firm.type("Password", password)
    await firm.press("Enter")
    await page.waitForURL(at("acme", "/"))
    await firm.activate("link", "Skip to content", { within: 1 })
    await firm.press("Tab")
    await expect(page.getByRole("main").locator(":focus")).toHaveCount(1)
    await firm.go("New lead", "New lead")
    await firm.type("Company", who.companyName)
    await firm.type("Contact", who.contactName)
    await firm.type("E-mail", who.email)
    await firm.press("Control+Enter")
    await shown(who.companyName)
    await firm.expectFocusKept()
  })

  await test.step("a prospect, and a proposal that is sent", async () => {
    await firm.activate("button", "Convert to prospect")
    await expect(page).toHaveURL(/\/prospects\//)
    await firm.expectFocusKept()
    await firm.activate("link", "Create proposal")
    await shown("New proposal")
    await firm.type("Title", "Year end 2026")
    await firm.type("Description", "Accounts and tax return")
    await firm.type("Quantity", "2")
    await firm.type("Unit price", "1250.50")
    await firm.type("Tax %", "8.25")
    await firm.activate("button", "Save draft")
    await expect(page.getByText("$2,707.33").first()).toBeVisible()
    await firm.expectFocusKept()
    await firm.confirm("Send proposal")
    await expect(page.getByText(`Waiting for ${who.contactName}`)).toBeVisible()
    await firm.expectFocusKept()
  })

  const other = await (await visitor()).newPage()
  const client = new Keyboard(other)

  await test.step("the client accepts by the mailed link", async () => {
    await other.goto(linkIn(await mailWith(who.email, /^\/proposals\//), /^\/proposals\//).href)
    await client.type("Your full name", who.contactName)
    await client.type("Your e-mail", who.email)
    await client.tick(/^I have read the proposal/)
    await client.activate("button", "Accept proposal")
    await expect(other.getByText(`Thank you, ${who.contactName}`)).toBeVisible()
    await client.expectFocusKept()
  })

  await test.step("the client joins the portal", async () => {
    await other.goto(linkIn(await mailWith(who.email, /^\/invitations\//), /^\/invitations\//).href)
    await client.type("Your name", who.contactName)
    await client.type("Password", clientPassword)
    await client.press("Enter")
    await expect(other.getByText("Year end 2026").first()).toBeVisible()
  })

  await test.step("a task and hours", async () => {
    await firm.activate("link", "Open the project")
    await shown("Year end 2026")
    await firm.activate("link", "Tasks")
    await firm.type("New task", "Sign the return")
    await firm.press("Enter")
    await expect(page.getByRole("link", { name: "Sign the return" })).toBeVisible()
    await firm.expectFocusKept()
    await firm.activate("link", "Time", { back: true })
    await firm.type("Hours", "2:30")
    await firm.type("What was done", "Interviewed the board")
    await firm.activate("button", "Add time")
    await expect(page.getByRole("row").filter({ hasText: "Interviewed the board" })).toContainText("2:30")
    await firm.expectFocusKept()
  })

  let number = ""
  await test.step("an invoice from the hours, which is sent", async () => {
    await firm.activate("link", "Overview", { back: true })
    await firm.activate("link", "Invoice 2.5 unbilled hours")
    await firm.type("Tax rate", "8.25")
    await firm.activate("button", "Create draft")
    await shown("Draft invoice")
    await firm.expectFocusKept()
    await firm.confirm("Send invoice")
    await shown(/^INV-/)
    await firm.expectFocusKept()
    number = (await page.getByRole("heading", { name: /^INV-/ }).textContent())!
  })

  await test.step("the client finds the invoice and pays on Stripe's page", async () => {
    await mailAbout(who.email, new RegExp(`^Invoice ${number}`))
    await client.activate("link", /^Invoices/)
    await expect(other.getByRole("heading", { name: "Invoices", level: 1 })).toBeVisible()
    await expect(other.getByRole("main"), "the focus is on the page that the navigation opened").toBeFocused()
    await client.activate("link", number)
    await expect(other.getByRole("heading", { name: number, level: 1 })).toBeVisible()
    await client.activate("button", /^Pay \$/)
    await other.waitForURL(/\/c\/pay\//)
    await client.type("Email", who.email)
    await client.type("Card number", card.cardNumber)
    await client.type("Expires MM / YY", card.cardExpiry)
    await client.type("Security code", card.cardCvc)
    await client.type("Name on card", who.contactName)
    await client.activate("button", /^Pay \$/)
    await expect(other.getByText("Thank you, your payment has arrived")).toBeVisible()
    await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible()
  })
})

test("the keyboard's person sees a control that hides its focus, and one that can't be reached", async ({ page }) => {
  const keys = new Keyboard(page)
  await page.setContent(`<button style="outline: none">Hidden</button><button disabled>Never</button>`)
  await expect(keys.tabTo("button", "Hidden")).rejects.toThrow("has no ring")
  await page.setContent(`<a href="#">First</a><button disabled>Never</button>`)
  await expect(keys.tabTo("button", "Never", { within: 2 })).rejects.toThrow(
    'not within 2 tabs: nothing → link "First"',
  )
})
