import { at, desk, expect, signIn, test } from "./fixtures"
import { clientPassword, joinPortal } from "./portal"
import { buyer, sell } from "./walk"

test("a client is added, gets a contact and a note, and none of it needs a script", async ({ as, unique }) => {
  const page = await (await as("manager", { ...desk, javaScriptEnabled: false })).newPage()
  const name = unique("Abbey")
  await page.goto(at("acme", "/clients"))
  await page.getByRole("link", { name: "New client" }).click()
  await page.getByLabel("E-mail").fill("nobody")
  await page.getByRole("button", { name: "Create client" }).click()
  await expect(page.getByText("Name is required.", { exact: true })).toBeVisible()
  await expect(page.getByLabel("E-mail")).toHaveValue("nobody")

  await page.getByLabel("Name").fill(name)
  await page.getByLabel("E-mail").fill("office@abbey.test")
  await page.getByRole("button", { name: "Create client" }).click()
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name)

  await page.getByRole("link", { name: "Contacts" }).click()
  await page.getByRole("link", { name: "New contact" }).first().click()
  await page.getByLabel("Name").fill("Ana Pires")
  await page.getByRole("button", { name: "Add contact" }).click()
  await expect(page.getByText("Ana Pires")).toBeVisible()

  await page.getByRole("link", { name: "Notes" }).click()
  await expect(page.getByText("never shown in the portal")).toBeVisible()
  await page.getByLabel("Write a note").fill("Pays late in December.")
  await page.getByRole("button", { name: "Add note" }).click()
  await expect(page.getByRole("listitem").filter({ hasText: "Pays late in December." })).toBeVisible()
})

test("a portal user is invited by mail, and revoking ends what they have open", async ({
  as,
  tokens,
  unique,
  visitor,
}) => {
  const owner = await tokens("owner")
  const who = buyer(unique("Harbour"))
  const { clientId } = await sell(owner, who)
  await joinPortal(who)
  const browser = await visitor()
  const portal = await signIn(browser, "portal", who.email, clientPassword)
  await portal.waitForURL((url) => url.pathname !== "/sign-in")
  await portal.goto(at("portal", "/projects"))
  await expect(portal.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible()

  const page = await (await as("manager")).newPage()
  await page.goto(at("acme", `/clients/${clientId}?tab=portal`))
  const row = page.getByRole("listitem").filter({ hasText: who.email })
  await expect(row.getByText("Active")).toBeVisible()
  await row.getByRole("button", { name: "Revoke access" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Revoke access" }).click()
  await expect(row.getByText("Revoked")).toBeVisible()

  await portal.goto(at("portal", "/projects"))
  await expect(portal.getByRole("button", { name: "Sign in", exact: true })).toBeVisible()
})

test("an engagement's change is read by the client in its own words", async ({ as, tokens, unique, visitor }) => {
  const who = buyer(unique("Mill"))
  const { clientId, engagementId } = await sell(await tokens("owner"), who)
  await joinPortal(who)
  const page = await (await as("manager")).newPage()
  await page.goto(at("acme", `/clients/${clientId}/engagements/${engagementId}`))
  await page.getByLabel("What changes").fill("Two more workshops, within the budget.")
  await page.getByRole("button", { name: "Record change" }).click()
  await expect(page.getByText("Revision 2")).toBeVisible()

  const portal = await signIn(await visitor(), "portal", who.email, clientPassword)
  await portal.waitForURL((url) => url.pathname !== "/sign-in")
  await portal.goto(at("portal", "/history"))
  await expect(portal.getByText("Two more workshops, within the budget.")).toBeVisible()
})

test("staff without the permission see neither clients nor a way to them", async ({ as }) => {
  const page = await (await as("staff")).newPage()
  await page.goto(at("acme", "/projects"))
  await expect(page.getByRole("link", { name: "Clients", exact: true })).toHaveCount(0)
  await page.goto(at("acme", "/clients"))
  await expect(page.getByRole("heading", { name: "You don’t have access to this page" })).toBeVisible()
})
