import { at, expect, phone, test } from "./fixtures"

test("a lead becomes a sent proposal on screen, and the client accepts it on a phone without scripts", async ({
  as,
  visitor,
  unique,
}) => {
  const company = unique("Harbour Mill")
  const page = await (await as("owner")).newPage()
  await page.goto(at("acme", "/leads/new"))
  await page.getByLabel("Company").fill(company)
  await page.getByLabel("Contact").fill("Hana Bay")
  await page.getByLabel("E-mail").fill("not an address")
  await page.getByRole("button", { name: "Add lead" }).click()
  await expect(page.getByRole("status").filter({ hasText: "One field needs your attention" })).toBeVisible()
  await expect(page.getByLabel("Company")).toHaveValue(company)
  await page.getByLabel("E-mail").fill("hana@harbour-mill.test")
  await page.getByRole("button", { name: "Add lead" }).click()

  await expect(page.getByRole("heading", { name: company, level: 1 })).toBeVisible()
  await page.getByRole("button", { name: "Convert to prospect" }).click()
  await page.getByRole("link", { name: "Create proposal" }).click()

  await page.getByLabel("Title").fill("Year end 2026")
  const first = page.getByRole("group", { name: "Line 1" })
  await first.getByLabel("Description").fill("Accounts and tax return")
  await first.getByLabel("Quantity").fill("2")
  await first.getByLabel("Unit price").fill("1,250.50")
  await first.getByLabel("Tax %").fill("8.25")
  await page.getByRole("button", { name: "Add line" }).click()
  const second = page.getByRole("group", { name: "Line 2" })
  await second.getByLabel("Description").fill("Workshop")
  await second.getByLabel("Unit price").fill("400")
  await second.getByRole("checkbox").check()
  // 2501.00 and its tax of 206.3325, rounded; the option isn't counted.
  await expect(page.getByText("$2,707.33")).toBeVisible()
  await page.getByRole("button", { name: "Save draft" }).click()

  await page.getByRole("button", { name: "Send proposal" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Send proposal" }).click()
  await expect(page.getByText("Waiting for Hana Bay")).toBeVisible()
  const link = await page.getByLabel("Link for the client").first().inputValue()

  const guest = await (await visitor({ ...phone, javaScriptEnabled: false })).newPage()
  await guest.goto(link)
  await expect(guest.getByRole("heading", { name: "Year end 2026" })).toBeVisible()
  await guest.getByRole("button", { name: "Accept proposal" }).click()
  await expect(guest.getByText("3 fields need your attention")).toBeVisible()
  await guest.getByLabel("Your full name").fill("Hana Bay")
  await guest.getByLabel("Your e-mail").fill("hana@harbour-mill.test")
  await guest.getByLabel("Workshop").check()
  await guest.getByLabel("I have read the proposal").check()
  await guest.getByRole("button", { name: "Accept proposal" }).click()
  await expect(guest.getByText("Thank you, Hana Bay")).toBeVisible()
  await expect(guest.getByText("$3,107.33")).toBeVisible()

  // The firm's page learns of it by itself.
  await expect(page.getByRole("link", { name: "Open the project" })).toBeVisible()
  await expect(page.getByText("The proposal is exactly what was accepted.")).toBeVisible()
  await page.getByRole("link", { name: /Contract C-/ }).click()
  await expect(page.getByRole("heading", { name: "Year end 2026", level: 1 })).toBeVisible()
  const download = page.waitForEvent("download")
  await page.getByRole("link", { name: "Download PDF" }).click()
  expect((await download).suggestedFilename()).toMatch(/^C-\d{4}-\d{4}\.pdf$/)
})

test("a client declines with a reason, and the firm makes a copy to offer something else", async ({
  as,
  tokens,
  visitor,
  unique,
}) => {
  const firm = await tokens("owner")
  const who = { companyName: unique("Tidewater"), contactName: "Tom Tide", email: "tom@tidewater.test" }
  const { data: prospect } = await firm.post<{ id: string }>("/crm/prospects", who, { expect: 201 })
  const lines = [{ description: "Advice", unitPrice: "100" }]
  const body = { prospectId: prospect.id, title: "Margin review", lines }
  const { data: draft } = await firm.post<{ id: string }>("/crm/proposals", body, { expect: 201 })
  const { data: sent } = await firm.post<{ publicUrl: string }>(`/crm/proposals/${draft.id}/send`, {}, { expect: 200 })

  const guest = await (await visitor(phone)).newPage()
  await guest.goto(sent.publicUrl)
  await guest.getByText("Not for you?").click()
  await guest.getByLabel("Would you tell us why?").fill("We do it ourselves")
  await guest.getByRole("button", { name: "Decline proposal" }).click()
  await expect(guest.getByText("This proposal was declined")).toBeVisible()
  await expect(guest.getByRole("button", { name: "Accept proposal" })).toHaveCount(0)

  const page = await (await as("owner")).newPage()
  await page.goto(at("acme", `/proposals/${draft.id}`))
  await expect(page.getByText("We do it ourselves").first()).toBeVisible()
  await page.getByRole("button", { name: "Make a copy" }).first().click()
  await expect(page.getByRole("heading", { name: "Edit proposal" })).toBeVisible()
  await expect(page.getByLabel("Title")).toHaveValue("Margin review")
})
