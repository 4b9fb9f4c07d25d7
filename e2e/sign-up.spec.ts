import { at, expect, test } from "./fixtures"
import { linkIn, mailWith } from "./mailbox"
import { hosts, root } from "./surroundings"

const secret = "four unrelated words here"
const address = (name: string) => name.toLowerCase().replace(/\W+/g, "-")

for (const javaScriptEnabled of [true, false]) {
  test(`a visitor opens a firm and signs in as its owner, scripts ${javaScriptEnabled ? "on" : "off"}`, async ({
    visitor,
    unique,
  }) => {
    const firm = unique("Larch Partners")
    const subdomain = address(unique("larch"))
    const email = `${subdomain}@larch.test`
    const page = await (await visitor({ javaScriptEnabled })).newPage()
    await page.goto(at("root"))
    await page.getByRole("main").getByRole("link", { name: "Start free" }).first().click()

    await page.getByLabel("Firm’s name").fill(firm)
    if (javaScriptEnabled) {
      await expect(page.getByLabel("Your workspace’s address")).toHaveValue(address(firm))
      await page.getByLabel("Your workspace’s address").fill(subdomain)
      await expect(page.getByText(`${subdomain}.${root} is free`)).toBeVisible()
    } else await page.getByLabel("Your workspace’s address").fill(subdomain)
    await page.getByLabel("Your name").fill("Lena Larch")
    await page.getByLabel("Work e-mail").fill(email)
    await page.getByLabel("Password", { exact: true }).fill(secret)
    await page.getByRole("button", { name: "Open workspace" }).click()
    await expect(page.getByText(email)).toBeVisible()

    await page.goto(linkIn(await mailWith(email, /^\/welcome\//), /^\/welcome\//).href)
    await page.getByLabel("The password you chose").fill(secret)
    await page.getByRole("button", { name: `Open ${firm}` }).click()
    await page.waitForURL((url) => url.host === `${subdomain}.${root}`)
    await expect(page.getByLabel("E-mail")).toHaveValue(email)
    await page.getByLabel("Password").fill(secret)
    await page.getByRole("button", { name: "Sign in", exact: true }).click()
    await page.waitForURL(`http://${subdomain}.${root}/`)
    await expect(page.getByText(firm).first()).toBeVisible()
  })
}

test("an address that is taken is refused in words, and what was typed stays", async ({ visitor }) => {
  const page = await (await visitor({ javaScriptEnabled: false })).newPage()
  await page.goto(at("root", "/sign-up"))
  await page.getByLabel("Firm’s name").fill("Acme")
  await page.getByLabel("Your workspace’s address").fill("acme")
  await page.getByLabel("Your name").fill("Lena Larch")
  await page.getByLabel("Work e-mail").fill("lena@larch.test")
  await page.getByLabel("Password", { exact: true }).fill(secret)
  await page.getByRole("button", { name: "Open workspace" }).click()
  await expect(page.getByText("This address is taken").first()).toBeVisible()
  await expect(page.getByLabel("Work e-mail")).toHaveValue("lena@larch.test")
  await expect(page.getByLabel("Your workspace’s address")).toHaveValue("acme")
})

test("a request for a demo reaches the operators, who note what became of it", async ({ visitor, as, unique }) => {
  const company = unique("Ask & Co")
  const page = await (await visitor()).newPage()
  await page.goto(at("root", "/demo"))
  await page.getByLabel("Your name").fill("Ask Him")
  await page.getByLabel("Work e-mail").fill("ask@ask.test")
  await page.getByLabel("Firm", { exact: true }).fill(company)
  await page.getByRole("button", { name: "Ask for a demo" }).click()
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible()

  const desk = await (await as("operator")).newPage()
  await desk.goto(`http://${hosts.root}/platform/demo-requests`)
  const asked = desk.getByRole("article").filter({ hasText: company })
  await asked.getByRole("button", { name: "Mark contacted" }).click()
  await expect(asked.getByText("Contacted", { exact: true })).toBeVisible()
})
