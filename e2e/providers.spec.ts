import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { freePort } from "../bin/parts/ports.mjs"
import { waitUntilReady } from "../bin/parts/ready.mjs"
import { type Person, startOidc } from "../stand-ins/oidc/server"
import { expect, test } from "./fixtures"
import { call } from "./http"
import { hosts } from "./surroundings"

/** The same build and database once more, with client ids. */
let web: ChildProcess
let root: string
let google: Awaited<ReturnType<typeof startOidc>>
const at = (host: string, path = "/") => `http://${host}.${root}${path}`

test.beforeAll(async () => {
  const port = await freePort()
  root = `localhost:${port}`
  const client = { clientId: "google", clientSecret: "the client's secret" }
  google = await startOidc({ ...client, redirectUri: at("auth", "/api/auth/callback/google") })
  web = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-H", "0.0.0.0", "-p", String(port)], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      ROOT_DOMAIN: root,
      GOOGLE_CLIENT_ID: client.clientId,
      GOOGLE_CLIENT_SECRET: client.clientSecret,
      OIDC_GOOGLE_ISSUER: google.issuer,
    },
    stdio: "ignore",
  })
  await waitUntilReady(`http://127.0.0.1:${port}`)
})
test.afterAll(async () => {
  web.kill("SIGTERM")
  await Promise.all([once(web, "exit"), google.close()])
})

const account = (email: string): Person => ({ sub: `sub of ${email}`, email, email_verified: true })

test("a member signs in with Google and lands where they were going", async ({ visitor }) => {
  google.meet(account("owner@acme.test"))
  const context = await visitor()
  const page = await context.newPage()
  await page.goto(at("acme", "/leads"))
  await page.getByRole("link", { name: "Continue with Google" }).click()
  await page.waitForURL(at("acme", "/leads"))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Leads/)
  const cookies = await context.cookies([at("acme"), at("auth")])
  expect(cookies.map(({ name }) => name).sort()).toEqual(["__Host-fs", "locale", "tz"])
  expect(new Set(cookies.map(({ domain }) => domain))).toEqual(new Set(["acme.localhost"]))
})

test("a client signs in with Google to the portal, by keyboard alone", async ({ visitor }) => {
  google.meet(account("pat@northwind.test"))
  const context = await visitor()
  const page = await context.newPage()
  await page.goto(at("acme.portal", "/sign-in"))
  await page.getByRole("link", { name: "Continue with Google" }).focus()
  await page.keyboard.press("Enter")
  await page.waitForURL(at("acme.portal"))
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
  expect((await context.cookies(at("acme.portal"))).map(({ name }) => name)).toContain("__Host-ps")
})

test("who is refused reads why above the sign-in, and signs in there with the password", async ({ visitor }) => {
  const page = await (await visitor({ javaScriptEnabled: false })).newPage()
  const alert = page.getByRole("alert").filter({ hasText: /\S/ })
  google.meet("cancels")
  await page.goto(at("acme", "/sign-in?next=%2Fleads"))
  await page.getByRole("link", { name: "Continue with Google" }).click()
  await expect(alert).toHaveText(/You cancelled the sign-in/)
  google.meet(account("owner@birch.test"))
  await page.getByRole("link", { name: "Continue with Google" }).click()
  await expect(alert).toHaveText(/This account has no access here/)
  await page.goto(at("acme", "/handoff?code=nothing"))
  await expect(alert).toHaveText(/used already, has expired/)
  await page.goto(at("acme", "/handoff?code=nothing"))
  await expect(alert).toHaveText(/begun in another browser/)

  await page.goto(at("acme", "/sign-in?problem=cancelled&next=%2Fleads"))
  await page.getByLabel("E-mail").fill("owner@acme.test")
  await page.getByLabel("Password").fill("demo-Passw0rd!")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL(at("acme", "/leads"))
})

test("a member connects an account whose address is another's, signs in with it, and removes it", async ({
  visitor,
}) => {
  const page = await (await visitor()).newPage()
  await page.goto(at("acme", "/sign-in?next=%2Fsessions"))
  await page.getByLabel("E-mail").fill("manager@acme.test")
  await page.getByLabel("Password").fill("demo-Passw0rd!")
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  google.meet({ sub: "a manager's own", email: "private@elsewhere.test", email_verified: true })
  await page.getByRole("link", { name: "Connect Google" }).click()
  await page.waitForURL(/\/sessions/)
  await expect(page.getByRole("button", { name: "Remove Google" })).toBeVisible()

  const other = await (await visitor()).newPage()
  await other.goto(at("acme", "/sign-in?next=%2Fsessions"))
  await other.getByRole("link", { name: "Continue with Google" }).click()
  await other.getByRole("button", { name: "Remove Google" }).click()
  await expect(other.getByRole("link", { name: "Connect Google" })).toBeVisible()
})

test("the auth. host has the way to a provider and back, and nothing else", async ({ visitor, request }) => {
  const page = await (await visitor()).newPage()
  for (const path of ["/", "/sign-in", "/leads", "/a", "/platform", "/api-docs"]) {
    expect((await page.goto(at("auth", path)))?.status(), path).toBe(404)
    await expect(page.getByText("no firm lives at this address")).toBeVisible()
  }
  await page.goto(at("auth", "/start?ticket=forged"))
  await expect(page.getByText("This sign-in has expired")).toBeVisible()

  const own = [
    "session",
    "csrf",
    "providers",
    "signin",
    "signin/google",
    "signout",
    "error",
    "verify-request",
    "callback",
  ]
  for (const path of own) {
    for (const method of ["get", "post"] as const) {
      const answer = await request[method](`http://127.0.0.1:${root.split(":")[1]}/api/auth/${path}`, {
        headers: { host: `auth.${root}` },
      })
      expect([403, 404, 405], `${method} ${path}`).toContain(answer.status())
      expect(answer.headers()["set-cookie"], path).toBeUndefined()
    }
  }
})

test("without client ids there is no button and no path", async () => {
  for (const host of [hosts.acme, hosts.portal]) {
    expect((await call(host, "/sign-in")).text).not.toMatch(/Continue with|api\/sign-in/)
    for (const path of ["/api/sign-in/google", "/api/sign-in/microsoft", "/handoff?code=x"])
      expect((await call(host, path)).status, path).toBe(404)
  }
  for (const path of ["/start", "/refused", "/api/auth/callback/google", "/api/auth/session"])
    expect((await call(hosts.auth, path)).status, path).toBe(404)
})
