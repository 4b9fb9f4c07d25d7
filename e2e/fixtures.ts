import { randomBytes } from "node:crypto"
import { type Browser, type BrowserContext, type BrowserContextOptions, test as base, expect } from "@playwright/test"
import { Api } from "./api"
import { type HostName, hosts, password, people, type Role } from "./surroundings"

type State = Awaited<ReturnType<BrowserContext["storageState"]>>
type Visitor = (options?: BrowserContextOptions) => Promise<BrowserContext>

type Fixtures = {
  /** A name nobody else has: tests run again and again against one database. */
  unique: (name: string) => string
  /** A browser of a person who is signed in nowhere. */
  visitor: Visitor
  /** A browser in which the person has signed in. */
  as: (role: Role, options?: BrowserContextOptions) => Promise<BrowserContext>
}
type Shared = { states: (role: Role) => Promise<State>; tokens: (role: Role) => Promise<Api> }

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
export const desk = { viewport: { width: 1440, height: 900 } }

export const test = base.extend<Fixtures, Shared>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
  unique: async ({}, use) => {
    await use((name) => `${name} ${randomBytes(4).toString("hex")}`)
  },

  visitor: async ({ browser }, use) => {
    const contexts: BrowserContext[] = []
    const problems: string[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...desk, ...options })
      listenForProblems(context, problems)
      contexts.push(context)
      return context
    })
    for (const context of contexts) await context.close()
    expect(problems, "what pages complained about in the console").toEqual([])
  },

  as: async ({ visitor, states }, use) => {
    await use(async (role, options = {}) => visitor({ storageState: await states(role), ...options }))
  },

  states: [
    async ({ browser }, use) => {
      const known = new Map<Role, Promise<State>>()
      await use((role) => {
        if (!known.has(role)) known.set(role, signInOnce(browser, role))
        return known.get(role)!
      })
    },
    { scope: "worker" },
  ],

  tokens: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's names
    async ({}, use) => {
      const known = new Map<Role, Promise<Api>>()
      await use((role) => {
        if (!known.has(role)) known.set(role, Api.as(role))
        return known.get(role)!
      })
    },
    { scope: "worker" },
  ],
})

export { expect }

export const at = (host: HostName, path = "/") => `http://${hosts[host]}${path}`

export async function signIn(context: BrowserContext, host: HostName, email: string, secret = password) {
  const page = await context.newPage()
  await page.goto(at(host, "/sign-in"))
  await page.getByLabel("E-mail").fill(email)
  await page.getByLabel("Password").fill(secret)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  return page
}

async function signInOnce(browser: Browser, role: Role): Promise<State> {
  const context = await browser.newContext()
  const { host, email } = people[role]
  const page = await signIn(context, host, email)
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"))
  const state = await context.storageState()
  await context.close()
  return state
}

/** Scripts that were refused, texts that were no Trusted Type, and errors nobody caught. */
function listenForProblems(context: BrowserContext, problems: string[]) {
  context.on("console", (message) => {
    const text = message.text()
    if (/content security policy|trusted ?(type|html|script)/i.test(text))
      problems.push(`${message.location().url}: ${text}`)
  })
  context.on("weberror", (error) => problems.push(String(error.error())))
}
