import { randomUUID } from "node:crypto"
import { Api } from "./api"
import { owner as database } from "./database"
import { at, expect, signIn, test } from "./fixtures"
import { cookiesOf, submit } from "./forms"
import { call } from "./http"
import { listen } from "./live"
import { linkIn, mailsTo, mailWith } from "./mailbox"
import { hosts, password } from "./surroundings"
import { member, memberPassword } from "./team"

const signInPage = /\/sign-in(\?|$)/

// Failures are counted for the address too, which all tests share.
test.afterEach(() => database()`delete from auth.failures`)

const cookieOf = async (email: string) =>
  cookiesOf(await submit(hosts.acme, "/sign-in", { email, password: memberPassword }))
const home = async (cookie: string) => (await call(hosts.acme, "/", { headers: { cookie } })).headers.location ?? "/"

test("a wrong password and an unknown address get the same answer, and what was typed stays", async ({ visitor }) => {
  const said: string[] = []
  for (const email of ["owner@acme.test", "nobody@acme.test"]) {
    const page = await signIn(await visitor(), "acme", email, "not the password")
    const summary = page.getByText("E-mail or password is not right")
    await expect(summary).toBeVisible()
    await expect(page.getByLabel("E-mail")).toHaveValue(email)
    await expect(page.getByLabel("Password")).toHaveValue("")
    said.push((await page.getByRole("main").textContent()) ?? "")
  }
  expect(said[0]).toBe(said[1])
  const answers = await Promise.all(
    ["owner@acme.test", "nobody@acme.test", "pat@northwind.test", "owner@birch.test"].map((email) =>
      new Api(hosts.acme).post<never>("/auth/login", { email, password: email.startsWith("o") ? "wrong" : password }),
    ),
  )
  for (const { status, error } of answers) expect([status, error]).toEqual([401, answers[0]!.error])
})

test("after signing in one is where one wanted to go, never on another site", async ({ visitor }) => {
  const context = await visitor()
  const page = await context.newPage()
  await page.goto(at("acme", "/leads?status=new"))
  await expect(page).toHaveURL(signInPage)
  await page.getByLabel("E-mail").fill("owner@acme.test")
  await page.getByLabel("Password").fill(password)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await expect(page).toHaveURL(at("acme", "/leads?status=new"))

  for (const next of ["//evil.test", "/\\evil.test", "https://evil.test", "/%5Cevil.test", "javascript:alert(1)"]) {
    const answer = await submit(hosts.acme, `/sign-in?next=${encodeURIComponent(next)}`, {
      email: "owner@acme.test",
      password,
    })
    const target = new URL(answer.headers.location ?? "", at("acme"))
    expect([answer.status, target.host], next).toEqual([303, hosts.acme])
  }
})

test("five wrong passwords close the account for a while, also to the right one", async ({ tokens }) => {
  const { email } = await member(await tokens("owner"))
  for (let tries = 0; tries < 5; tries++) {
    await new Api(hosts.acme).post("/auth/login", { email, password: "wrong" }, { expect: 401 })
  }
  const closed = await new Api(hosts.acme).post<never>(
    "/auth/login",
    { email, password: memberPassword },
    { expect: 429 },
  )
  expect(closed.error.code).toBe("rate_limited")
  expect(Number(closed.headers["retry-after"])).toBeGreaterThan(0)
  const page = await submit(hosts.acme, "/sign-in", { email, password: memberPassword })
  expect([page.status, page.headers["set-cookie"]]).toEqual([200, undefined])
})

test("a password set anew by mail ends every session; its link works once", async ({ tokens, visitor }) => {
  const { email } = await member(await tokens("owner"))
  const cookie = await cookieOf(email)
  const program = await Api.signIn("acme", email, memberPassword)
  expect(await home(cookie)).not.toMatch(signInPage)

  const page = await (await visitor()).newPage()
  await page.goto(at("acme", "/forgot"))
  await page.getByLabel("E-mail").fill(email)
  await page.getByRole("button", { name: "Send the link" }).click()
  await expect(page.getByText("a link is on its way")).toBeVisible()
  const link = linkIn(await mailWith(email, /^\/reset\//), /^\/reset\//)
  expect(link.host).toBe(hosts.acme)
  await page.goto(link.href)
  await page.getByLabel("New password").fill("an entirely new phrase")
  await page.getByRole("button", { name: "Save password" }).click()
  await expect(page).toHaveURL(signInPage)

  expect(await home(cookie)).toMatch(signInPage)
  expect((await program.send("GET", "/auth/me")).status).toBe(401)
  const { refreshToken } = program.tokens
  await new Api(hosts.acme).post("/auth/refresh", { refreshToken }, { expect: 401 })
  await new Api(hosts.acme).post("/auth/login", { email, password: memberPassword }, { expect: 401 })
  await Api.signIn("acme", email, "an entirely new phrase")
  const token = link.pathname.split("/").at(-1)
  await new Api(hosts.acme).post("/auth/reset", { token, password: "yet another phrase" }, { expect: 409 })
})

test("asking for a new password says the same to strangers and mails them nothing", async ({ unique }) => {
  const stranger = `${unique("nobody").replace(" ", "-")}@acme.test`
  const [known, unknown] = await Promise.all(
    ["viewer@acme.test", stranger].map((email) => submit(hosts.acme, "/forgot", { email })),
  )
  expect(unknown!.status).toBe(known!.status)
  expect(unknown!.headers.location).toBe(known!.headers.location)
  await mailWith("viewer@acme.test", /^\/reset\//)
  expect(await mailsTo(stranger)).toEqual([])
})

test("signing out everywhere ends the other browser, its event stream and the tokens at once", async ({
  tokens,
  visitor,
}) => {
  const { email } = await member(await tokens("owner"))
  const other = await signIn(await visitor(), "acme", email, memberPassword)
  await expect(other).not.toHaveURL(signInPage)
  const cookie = await cookieOf(email)
  const stream = await listen(hosts.acme, { cookie })
  const program = await Api.signIn("acme", email, memberPassword)

  await (await Api.signIn("acme", email, memberPassword)).post("/auth/sign-out-everywhere", {}, { expect: 200 })
  await stream.ended
  expect(await home(cookie)).toMatch(signInPage)
  expect((await program.send("GET", "/auth/me")).status).toBe(401)
  await other.goto(at("acme", "/leads"))
  await expect(other).toHaveURL(signInPage)
})

test("signing out ends this session alone", async ({ tokens }) => {
  const { email } = await member(await tokens("owner"))
  const [mine, theirs] = [
    await Api.signIn("acme", email, memberPassword),
    await Api.signIn("acme", email, memberPassword),
  ]
  await mine.post("/auth/logout", {}, { expect: 200 })
  expect((await mine.send("GET", "/auth/me")).status).toBe(401)
  await mine.post("/auth/refresh", { refreshToken: mine.tokens.refreshToken }, { expect: 401 })
  expect((await theirs.send("GET", "/auth/me")).status).toBe(200)
})

test("a refresh token turns once; a second use ends the whole family", async ({ tokens }) => {
  const { email } = await member(await tokens("owner"))
  const { tokens: first } = await Api.signIn("acme", email, memberPassword)
  const open = new Api(hosts.acme)
  type Tokens = { accessToken: string; refreshToken: string }
  const { data: second } = await open.post<Tokens>(
    "/auth/refresh",
    { refreshToken: first.refreshToken },
    { expect: 200 },
  )
  const renewed = new Api(hosts.acme, second.accessToken)
  expect((await renewed.send("GET", "/auth/me")).status).toBe(200)
  await open.post("/auth/refresh", { refreshToken: first.refreshToken }, { expect: 401 })
  expect((await renewed.send("GET", "/auth/me")).status).toBe(401)
  await open.post("/auth/refresh", { refreshToken: second.refreshToken }, { expect: 401 })
})

test("a session that nobody used for half a day has ended", async ({ tokens }) => {
  const { email } = await member(await tokens("owner"))
  const cookie = await cookieOf(email)
  expect(await home(cookie)).not.toMatch(signInPage)
  await database()`update auth.keys set last_used_at = now() - interval '12 hours 1 minute'
    where kind = 'session' and user_id = (select id from auth.users where email = ${email})`
  expect(await home(cookie)).toMatch(signInPage)
})

test("another role, and being deactivated, hold from the next request on", async ({ tokens }) => {
  const owner = await tokens("owner")
  for (const change of ["role", "deactivate"] as const) {
    const { id, email } = await member(owner)
    const [cookie, program] = [await cookieOf(email), await Api.signIn("acme", email, memberPassword)]
    const stream = await listen(hosts.acme, { cookie })
    await program.get("/crm/leads?limit=1")
    if (change === "role") await owner.patch(`/team/members/${id}`, { role: "staff", grants: [] })
    else await owner.post(`/team/members/${id}/deactivate`, {}, { expect: 200 })
    await stream.ended
    expect([401, 403]).toContain((await program.send("GET", "/crm/leads")).status)
    expect((await call(hosts.acme, "/leads", { headers: { cookie } })).status).not.toBe(200)
    if (change === "deactivate")
      await new Api(hosts.acme).post("/auth/login", { email, password: memberPassword }, { expect: 401 })
  }
})

test("workspace, portal and console have sessions of their own in one browser", async ({ visitor }) => {
  const context = await visitor()
  for (const [host, email] of [
    ["acme", "owner@acme.test"],
    ["portal", "pat@northwind.test"],
    ["root", "operator@platform.test"],
  ] as const) {
    await expect(await signIn(context, host, email)).not.toHaveURL(signInPage)
  }
  const names = (await context.cookies())
    .map(({ name, domain }) => `${name} ${domain}`)
    .filter((name) => name.startsWith("__Host-"))
  expect(names.sort()).toEqual(["__Host-cs localhost", "__Host-fs acme.localhost", "__Host-ps acme.portal.localhost"])
  await context.clearCookies({ name: "__Host-ps" })
  const page = await context.newPage()
  await page.goto(at("portal"))
  await expect(page).toHaveURL(signInPage)
  await page.goto(at("acme"))
  await expect(page).not.toHaveURL(signInPage)
})

test("a made-up or foreign secret opens nothing", async ({ tokens }) => {
  const { token } = await tokens("birch")
  for (const secret of ["", "x", randomUUID(), "../../etc", "a".repeat(5000)]) {
    expect(await home(`__Host-fs=${secret}`)).toMatch(signInPage)
    expect((await new Api(hosts.acme, secret).send("GET", "/auth/me")).status).toBe(401)
  }
  expect((await new Api(hosts.acme, token).send("GET", "/crm/leads")).status).toBe(403)
})
