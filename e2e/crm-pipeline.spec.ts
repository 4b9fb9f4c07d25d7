import { at, expect, phone, test } from "./fixtures"

test("a prospect moves over the board from its card's menu; losing it asks why", async ({ as, tokens, unique }) => {
  const companyName = unique("Cobalt Freight")
  const firm = await tokens("owner")
  const who = { companyName, contactName: "Ian Marsh", email: "ian@cobalt.test", estimatedValue: "22000" }
  await firm.post("/crm/prospects", who, { expect: 201 })

  const page = await (await as("owner")).newPage()
  await page.goto(at("acme", "/prospects"))
  const board = (stage: string) => page.getByRole("region", { name: new RegExp(`^${stage}`) })
  await expect(board("New").getByRole("link", { name: companyName })).toBeVisible()
  await page.getByRole("button", { name: `Move ${companyName}` }).click()
  await page.getByRole("button", { name: /^Qualified/ }).click()
  await expect(board("Qualified").getByRole("link", { name: companyName })).toBeVisible()

  await page.getByRole("button", { name: `Move ${companyName}` }).click()
  await page.getByRole("button", { name: /^Lost/ }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("button", { name: "Mark as lost" }).click()
  await expect(dialog.getByText("Say why the deal was lost.").first()).toBeVisible()
  await dialog.getByLabel("Why was it lost?").fill("Chose a firm in Boston")
  await dialog.getByRole("button", { name: "Mark as lost" }).click()
  await expect(page.getByText("This prospect is lost")).toBeVisible()
})

test("a stranger fills in a form without scripts, and the lead holds every word and where it came from", async ({
  as,
  tokens,
  visitor,
  unique,
}) => {
  const firm = await tokens("owner")
  const title = unique("Talk to us")
  const consentText = "You may send me news."
  const { data: form } = await firm.post<{ publicUrl: string }>(
    "/crm/lead-forms",
    { title, consentText },
    { expect: 201 },
  )

  const guest = await (await visitor({ ...phone, javaScriptEnabled: false })).newPage()
  await guest.goto(`${form.publicUrl}?utm_source=newsletter&utm_campaign=spring`)
  const companyName = unique("Larkspur")
  await guest.getByLabel("Your name").fill("Nina Costa")
  await guest.getByLabel("Company").fill(companyName)
  await guest.getByLabel("E-mail").fill("nina")
  await guest.getByRole("button", { name: "Send" }).click()
  await expect(guest.getByText("One field needs your attention")).toBeVisible()
  await expect(guest.getByLabel("Your name")).toHaveValue("Nina Costa")
  await guest.getByLabel("E-mail").fill("nina@larkspur.test")
  await guest.getByLabel("Phone").fill("0123")
  await guest.getByLabel("What can we do for you?").fill("Seasonal cash flow")
  await guest.getByLabel(consentText).check()
  // Faster than a person could be, it is refused at first, and nothing that was typed is lost.
  await expect(async () => {
    await guest.getByRole("button", { name: "Send" }).click()
    await expect(guest.getByRole("heading", { name: "Thank you" })).toBeVisible({ timeout: 1000 })
  }).toPass()

  const page = await (await as("owner")).newPage()
  await page.goto(at("acme", `/leads?q=${encodeURIComponent(companyName)}`))
  await page.getByRole("link", { name: companyName }).click()
  await expect(page.getByText("Seasonal cash flow")).toBeVisible()
  await expect(page.getByText("newsletter · spring")).toBeVisible()
  await expect(page.getByText(consentText)).toBeVisible()
  await expect(page.getByText(title)).toBeVisible()
})
