import { Api } from "./api"
import { owner as database } from "./database"
import { expect, test } from "./fixtures"
import { mailTo } from "./mailbox"
import { hosts } from "./surroundings"
import { invite, join, memberPassword } from "./team"

test.afterEach(() => database()`delete from auth.failures`)

test("an invitation is used once, in the browser, and leads right in", async ({ tokens, visitor }) => {
  const { email, link, token } = await invite(await tokens("owner"), { role: "manager" })
  const page = await (await visitor()).newPage()
  await page.goto(link.href)
  await expect(page.getByText(email)).toBeVisible()
  await page.getByLabel("Your name").fill("Mona Member")
  await page.getByLabel("Password").fill("short")
  await page.getByRole("button", { name: "Join" }).click()
  await expect(page.getByText("Use at least 8 characters").first()).toBeVisible()
  await page.getByLabel("Password").fill(memberPassword)
  await page.getByRole("button", { name: "Join" }).click()
  await expect(page).not.toHaveURL(/invitations|sign-in/)

  expect((await join(link.host, token)).status).toBe(409)
  await page.goto(link.href)
  await expect(page.getByText("has been used or has expired")).toBeVisible()
})

test("an invitation ends after its time, and when a newer one was sent", async ({ tokens }) => {
  const owner = await tokens("owner")
  const late = await invite(owner, { role: "manager" })
  await database()`update auth.keys set expires_at = now() - interval '1 second' where kind = 'invite' and subject_id = ${late.id}`
  expect((await join(late.link.host, late.token)).status).toBe(409)
  expect((await new Api(late.link.host).send("GET", `/public/invitations/${late.token}`)).status).toBe(404)

  const first = await invite(owner, { role: "manager" })
  await owner.patch(`/team/members/${first.id}`, { role: "staff", grants: ["projects:read"] })
  expect((await join(first.link.host, first.token)).status).toBe(409)
})

test("an invitation is bound to its address: no other can be given, and an account that exists keeps its password", async ({
  tokens,
}) => {
  const owner = await tokens("owner")
  const fresh = await invite(owner, { role: "manager" })
  const guest = new Api(fresh.link.host)
  const body = { name: "Eve", password: memberPassword, email: "eve@evil.test" }
  await guest.post(`/public/invitations/${fresh.token}`, body, { expect: 422 })
  const joined = await join(fresh.link.host, fresh.token)
  expect(joined.data.email).toBe(fresh.email)

  // The same person, invited by a second firm: without the password they have, the invitation opens nothing.
  const birch = await tokens("birch")
  await birch.post("/team/members", { email: fresh.email, name: "Mona", role: "manager" }, { expect: 201 })
  const isBirchs = (link: string) => new URL(link).host === hosts.birch && link.includes("/invitations/")
  const mail = await mailTo(fresh.email, ({ links }) => links.some(isBirchs), "from Birch")
  const token = mail.links.find(isBirchs)!.split("/").at(-1)!
  expect((await join(hosts.birch, token, "another password")).status).toBe(401)
  expect(
    (await new Api(hosts.birch).post("/auth/login", { email: fresh.email, password: memberPassword })).status,
  ).toBe(401)
  expect((await join(hosts.birch, token)).status).toBe(200)
  await Api.signIn("birch", fresh.email, memberPassword)
  await Api.signIn("acme", fresh.email, memberPassword)
})
