import type { BrowserContext, Page } from "@playwright/test"
import { at } from "./fixtures"
import { linkIn, mailWith } from "./mailbox"
import { root } from "./surroundings"

const secret = "four unrelated words here"

/** Opens a firm of its own through the public site and ends at its home, signed in as its owner. */
export async function openFirm(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage()
  const subdomain = name.toLowerCase().replace(/\W+/g, "-")
  const email = `lena@${subdomain}.test`
  await page.goto(at("root", "/sign-up"))
  await page.getByLabel("Firm’s name").fill(name)
  await page.getByLabel("Your workspace’s address").fill(subdomain)
  await page.getByLabel("Your name").fill("Lena Larch")
  await page.getByLabel("Work e-mail").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(secret)
  await page.getByRole("button", { name: "Open workspace" }).click()
  await page.goto(linkIn(await mailWith(email, /^\/welcome\//), /^\/welcome\//).href)
  await page.getByLabel("The password you chose").fill(secret)
  await page.getByRole("button", { name: `Open ${name}` }).click()
  await page.waitForURL((url) => url.host === `${subdomain}.${root}`)
  await page.getByLabel("Password").fill(secret)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL(`http://${subdomain}.${root}/`)
  return page
}
