import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { aFirm, eventsOf, owner, type Somebody } from "@/test/given"
import {
  aClientsPerson,
  at,
  authHost,
  callbacks,
  identitiesOf,
  problemAt,
  startProviders,
  vouched,
  whoIs,
} from "@/test/providers"
import { SignInBrowser } from "@/test/sign-in-browser"

let providers: Awaited<ReturnType<typeof startProviders>>
let google: typeof providers.google

beforeAll(async () => {
  providers = await startProviders()
  google = providers.google
})
afterAll(() => providers.close())

describe("signing in with a provider", () => {
  it("starts the session on the firm's host, by the vouched address first and by the account ever after", async () => {
    const { owner: person, firm } = await aFirm()
    const account = await vouched(person)
    google.meet(account)
    const browser = new SignInBrowser()
    const page = await browser.open(at(person, "/api/sign-in/google?next=/leads%3Fq%3Da"))
    expect(page.href).toBe(at(person, "/leads?q=a"))
    expect(await whoIs(browser, person)).toMatchObject({ id: person.id, surface: "workspace", firm: { id: firm.id } })
    expect(await identitiesOf(person)).toEqual([{ issuer: google.issuer, subject: account.sub }])
    expect((await eventsOf(firm)).map(({ name, operation, actorId }) => [name, operation, actorId])).toEqual([
      ["session.opened", "auth.signIn", person.id],
    ])

    google.meet({ sub: account.sub, email: "renamed@elsewhere.test", email_verified: false })
    const again = new SignInBrowser()
    await again.open(at(person, "/api/sign-in/google"))
    expect(await whoIs(again, person)).toMatchObject({ id: person.id })
  })

  it("starts the session on the portal's host, for the first of the person's clients", async () => {
    const firm = await aFirm()
    const { person, clientId } = await aClientsPerson(firm)
    google.meet(await vouched(person))
    const browser = new SignInBrowser()
    expect((await browser.open(at(person, "/api/sign-in/google?next=/invoices"))).href).toBe(at(person, "/invoices"))
    expect(await whoIs(browser, person)).toMatchObject({ surface: "portal", clientId })
  })

  it("asks the provider with PKCE, state and nonce, for one callback", async () => {
    const { owner: person } = await aFirm()
    google.meet(await vouched(person))
    await new SignInBrowser().open(at(person, "/api/sign-in/google"))
    expect(Object.fromEntries(google.asked.at(-1)!)).toMatchObject({
      redirect_uri: callbacks.google,
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
      scope: "openid email",
    })
  })

  it("leaves nothing on the auth. host, and sets only cookies of one host that no script reads", async () => {
    const { owner: person } = await aFirm()
    google.meet(await vouched(person))
    const browser = new SignInBrowser()
    await browser.open(at(person, "/api/sign-in/google"))
    expect(browser.cookies(authHost)).toEqual({})
    expect(Object.keys(browser.cookies(person.visit.site.host))).toEqual(["__Host-fs", "locale", "tz"])
    expect(browser.cookieLines.length).toBeGreaterThan(8)
    for (const line of browser.cookieLines) {
      expect(line).toMatch(/^(__Host-|locale=|tz=)/)
      expect(line).toMatch(/; Path=\/(;|$)/i)
      for (const attribute of ["Secure", "HttpOnly", "SameSite=lax"])
        expect(line.toLowerCase()).toContain(attribute.toLowerCase())
      expect(line).not.toMatch(/domain=/i)
    }
  })

  it("never leads to another site afterwards", async () => {
    const { owner: person } = await aFirm()
    google.meet(await vouched(person))
    for (const next of ["https://evil.test", "//evil.test", "/\\evil.test", "javascript:alert(1)", "/".repeat(2000)]) {
      const page = await new SignInBrowser().open(at(person, `/api/sign-in/google?next=${encodeURIComponent(next)}`))
      expect(page.href, next).toBe(at(person, "/"))
    }
  })
})

describe("a hand-off", () => {
  async function underWay(person: Somebody) {
    google.meet(await vouched(person))
    const browser = new SignInBrowser()
    return {
      browser,
      url: (await browser.open(at(person, "/api/sign-in/google"), ({ pathname }) => pathname === "/handoff")).href,
    }
  }

  it("is refused in a browser that did not begin it, with and without a sign-in of its own", async () => {
    const { owner: person } = await aFirm()
    const { browser, url } = await underWay(person)
    const victim = new SignInBrowser()
    expect((await victim.open(url)).href).toBe(problemAt(person, "otherBrowser"))
    victim.setCookie(person.visit.site.host, "__Host-bind", "x".repeat(43))
    expect((await victim.open(url)).href).toBe(problemAt(person, "spent"))
    expect(await whoIs(victim, person)).toBeNull()
    await browser.open(url)
    expect(await whoIs(browser, person)).toMatchObject({ id: person.id })
  })

  it("works once", async () => {
    const { owner: person } = await aFirm()
    const { browser, url } = await underWay(person)
    const bind = browser.cookies(person.visit.site.host)["__Host-bind"]!
    expect((await browser.open(url)).href).toBe(at(person, "/"))
    const copy = new SignInBrowser()
    copy.setCookie(person.visit.site.host, "__Host-bind", bind)
    expect((await copy.open(url)).href).toBe(problemAt(person, "spent"))
    expect(await whoIs(copy, person)).toBeNull()
  })

  it("works for two tabs at once exactly once", async () => {
    const { owner: person } = await aFirm()
    const { browser, url } = await underWay(person)
    const pages = await Promise.all([1, 2, 3].map(() => copyOf(browser, person).open(url)))
    expect(pages.map(({ pathname }) => pathname).sort()).toEqual(["/", "/sign-in", "/sign-in"])
  })

  it("works for a minute", async () => {
    const { owner: person } = await aFirm()
    const { browser, url } = await underWay(person)
    await owner`update auth.keys set expires_at = expires_at - interval '61 seconds' where kind = 'handoff' and user_id = ${person.userId}`
    expect((await browser.open(url)).href).toBe(problemAt(person, "spent"))
  })

  it("works on the host it was made for: no other firm's, and not the same firm's portal", async () => {
    const firm = await aFirm()
    const other = await aFirm()
    const portal = await aClientsPerson(firm)
    for (const stranger of [other.owner, portal.person]) {
      const { browser, url } = await underWay(firm.owner)
      const bind = browser.cookies(firm.owner.visit.site.host)["__Host-bind"]!
      browser.setCookie(stranger.visit.site.host, "__Host-bind", bind)
      const there = url.replace(firm.owner.visit.site.host, stranger.visit.site.host)
      expect((await browser.open(there)).href).toBe(problemAt(stranger, "spent"))
      expect(await whoIs(browser, stranger)).toBeNull()
    }
  })

  it("ends with the membership it was made for", async () => {
    const firm = await aFirm()
    const person = await firm.member("manager")
    const { browser, url } = await underWay(person)
    await owner`update members set status = 'deactivated' where id = ${person.id}`
    expect((await browser.open(url)).href).toBe(problemAt(person, "noAccess"))
  })

  const copyOf = (browser: SignInBrowser, { visit: { site } }: Somebody) => {
    const copy = new SignInBrowser()
    for (const [name, value] of Object.entries(browser.cookies(site.host))) copy.setCookie(site.host, name, value)
    return copy
  }
})
