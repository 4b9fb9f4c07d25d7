import { at, desk, expect, phone, test } from "./fixtures"
import { buyer, sell } from "./walk"

test("hours are recorded as they are typed, and become the project's next step", async ({ as, tokens, unique }) => {
  const { projectId, who } = await sell(await tokens("owner"), buyer(unique("Harbour")))
  const page = await (await as("manager")).newPage()
  await page.goto(at("acme", `/projects/${projectId}?tab=time`))
  await page.getByLabel("Hours").fill("90m")
  await expect(page.getByText("= 1:30 h")).toBeVisible()
  await page.getByLabel("What was done").fill(`Kick-off ${who.companyName}`)
  await page.getByRole("button", { name: "Add time" }).click()
  await expect(page.getByRole("row").filter({ hasText: `Kick-off ${who.companyName}` })).toContainText("1:30")

  await page.getByRole("link", { name: "Overview" }).click()
  await page.getByRole("link", { name: "Invoice 1.5 unbilled hours" }).click()
  await expect(page).toHaveURL(new RegExp(`/invoices/new\\?.*projectId=${projectId}`))
})

test("without a script “1:30” is an hour and a half, and a future day is refused where it was typed", async ({
  as,
  tokens,
  unique,
}) => {
  const { projectId } = await sell(await tokens("owner"), buyer(unique("Mill")))
  const page = await (await as("manager", { ...desk, javaScriptEnabled: false })).newPage()
  await page.goto(at("acme", `/time?projectId=${projectId}`))
  await page.getByLabel("Hours").fill("1:30")
  await page.getByLabel("Day").fill("2099-01-01")
  await page.getByLabel("What was done").fill("From the future")
  await page.getByRole("button", { name: "Add time" }).click()
  await expect(page.getByText("this date has not come yet").first()).toBeVisible()
  await expect(page.getByLabel("What was done")).toHaveValue("From the future")

  await page.getByLabel("Day").fill(new Date().toISOString().slice(0, 10))
  await page.getByLabel("What was done").fill("In the present")
  await page.getByRole("button", { name: "Add time" }).click()
  await page.goto(at("acme", `/projects/${projectId}?tab=time`))
  await expect(page.getByRole("row").filter({ hasText: "In the present" })).toContainText("1:30")
})

test("staff find their own hours on a phone, and nobody else's", async ({ as, tokens, unique }) => {
  const { projectId } = await sell(await tokens("owner"), buyer(unique("Quay")))
  const [owner, staff] = [await tokens("owner"), await tokens("staff")]
  const date = new Date().toISOString().slice(0, 10)
  const entry = { projectId, date, hours: "1", hourlyRate: "100" }
  const [mine, theirs] = [unique("Mine"), unique("Theirs")]
  await staff.post("/projects/time-entries", { ...entry, description: mine }, { expect: 201 })
  await owner.post("/projects/time-entries", { ...entry, description: theirs }, { expect: 201 })
  const page = await (await as("staff", phone)).newPage()
  await page.goto(at("acme", `/time?on=${date}`))
  await expect(page.getByText(mine)).toBeVisible()
  await expect(page.getByText(theirs)).toHaveCount(0)
  await page.goto(at("acme", "/time?view=list"))
  await expect(page.getByText(mine)).toBeVisible()
  await expect(page.getByText(theirs)).toHaveCount(0)
})
