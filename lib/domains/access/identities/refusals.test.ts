import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkEnvironment, siteUrl } from "@/lib/platform/env"
import { aFirm, owner, type Somebody } from "@/test/given"
import {
  aClientsPerson,
  at,
  authHost,
  callbacks,
  emailOf,
  identitiesOf,
  newSubject,
  problemAt,
  startProviders,
  vouched,
  whoIs,
} from "@/test/providers"
import { SignInBrowser } from "@/test/sign-in-browser"
import { startTickets } from "./rules"

let providers: Awaited<ReturnType<typeof startProviders>>

beforeAll(async () => {
  providers = await startProviders()
})
afterAll(() => providers.close())

const atCallback = (url: URL) => url.pathname.startsWith("/api/auth/callback/")
const refused = (problem: string) => siteUrl("auth", null, `/refused?problem=${problem}`)

async function signIn(person: Somebody, provider: "google" | "microsoft" = "google") {
  const browser = new SignInBrowser()
  const { href } = await browser.open(at(person, `/api/sign-in/${provider}`))
  if (href.includes("problem=")) expect(await whoIs(browser, person)).toBeNull()
  expect(browser.cookies(authHost)).toEqual({})
  return href
}

describe("a provider's account is refused", () => {
  it("in one sentence, whoever it is that has no place here", async () => {
    const [firm, other] = [await aFirm(), await aFirm()]
    const client = await aClientsPerson(firm)
    const disabled = await firm.member("staff")
    await owner`update auth.users set disabled_at = now() where id = ${disabled.userId}`
    const unproven = await firm.member("staff")
    await owner`update auth.users set email_verified_at = null where id = ${unproven.userId}`
    const accounts = [
      { sub: newSubject(), email: "nobody@nowhere.test", email_verified: true },
      await vouched(other.owner),
      await vouched(client.person),
      await vouched(disabled),
      await vouched(unproven),
    ]
    for (const account of accounts) {
      providers.google.meet(account)
      expect(await signIn(firm.owner), account.email).toBe(problemAt(firm.owner, "noAccess"))
    }
    providers.google.meet(await vouched(firm.owner))
    expect(await signIn(client.person)).toBe(problemAt(client.person, "noAccess"))
    for (const person of [disabled, unproven]) expect(await identitiesOf(person)).toEqual([])
  })

  it("when the provider does not vouch for its address, whether the address is somebody's or not", async () => {
    const { owner: person } = await aFirm()
    const email = await emailOf(person)
    for (const known of [email, "nobody@nowhere.test"]) {
      providers.microsoft.meet({ sub: newSubject(), email: known, email_verified: true })
      expect(await signIn(person, "microsoft")).toBe(problemAt(person, "unverified"))
      providers.google.meet({ sub: newSubject(), email: known, email_verified: false })
      expect(await signIn(person)).toBe(problemAt(person, "unverified"))
    }
    providers.google.meet({ sub: newSubject() })
    expect(await signIn(person)).toBe(problemAt(person, "unverified"))
    expect(await identitiesOf(person)).toEqual([])

    providers.microsoft.meet({ sub: newSubject(), email, xms_edov: true })
    expect(await signIn(person, "microsoft")).toBe(at(person, "/"))
  })

  it("for a while after five failures, as a password is", async () => {
    const { owner: person } = await aFirm()
    providers.google.meet({ sub: newSubject(), email: "nobody@nowhere.test", email_verified: true })
    for (let n = 0; n < 5; n++) expect(await signIn(person)).toBe(problemAt(person, "noAccess"))
    expect(await signIn(person)).toBe(problemAt(person, "throttled"))
    providers.google.meet(await vouched(person))
    expect(await signIn(person)).toBe(at(person, "/"))
  })
})

describe("without an answer from the provider", () => {
  it("a person who cancels is back at the sign-in, and keeps where they were going", async () => {
    const { owner: person } = await aFirm()
    providers.google.meet("cancels")
    const page = await new SignInBrowser().open(at(person, "/api/sign-in/google?next=/leads"))
    expect(page.href).toBe(at(person, "/sign-in?problem=cancelled&next=%2Fleads"))
  })

  it("a provider that can't be reached is said to have failed", async () => {
    const { owner: person } = await aFirm()
    const issuer = process.env.OIDC_GOOGLE_ISSUER
    process.env.OIDC_GOOGLE_ISSUER = "http://127.0.0.1:1"
    checkEnvironment()
    expect(await signIn(person)).toBe(problemAt(person, "failed"))
    process.env.OIDC_GOOGLE_ISSUER = issuer
    checkEnvironment()
  })
})

describe("the callback", () => {
  async function underWay() {
    const { owner: person } = await aFirm()
    providers.google.meet(await vouched(person))
    const browser = new SignInBrowser()
    return { person, browser, back: await browser.open(at(person, "/api/sign-in/google"), atCallback) }
  }

  it("refuses a state, a code or an issuer that is not the one of this browser's sign-in", async () => {
    for (const name of ["state", "code", "iss"]) {
      const { person, browser, back } = await underWay()
      back.searchParams.set(name, "forged")
      expect((await browser.open(back.href)).href, name).toBe(problemAt(person, "failed"))
      expect(await whoIs(browser, person)).toBeNull()
    }
  })

  it("answers malformed cookies with a refusal, never with a fault", async () => {
    const malformed = ["", "%", "%E0%A4%A", "x", "a.b.c", "....", `${"a".repeat(3000)}.b.c.d.e`, '"', "{}", "\u00e9"]
    for (const name of ["__Host-oidc-state", "__Host-oidc-pkce", "__Host-oidc-nonce"]) {
      for (const value of malformed) {
        const { person, browser, back } = await underWay()
        browser.setCookie(authHost, name, value)
        expect((await browser.open(back.href)).href, `${name}=${value}`).toBe(problemAt(person, "failed"))
      }
    }
  })

  it("minds no cookie that is not its own", async () => {
    const { person, browser, back } = await underWay()
    for (const name of [
      "__Host-oidc-callback",
      "__Host-oidc-csrf",
      "__Secure-authjs.session-token",
      "authjs.callback-url",
    ])
      browser.setCookie(authHost, name, "%E0%A4%A")
    expect((await browser.open(back.href)).href).toBe(at(person, "/"))
  })

  it("does nothing without the errand it is for, with a forged one, or for another provider", async () => {
    const { browser, back } = await underWay()
    const errand = browser.cookies(authHost)["__Host-errand"]!
    expect((await new SignInBrowser().open(back.href)).href).toBe(refused("expired"))
    expect((await browser.open(back.href.replace(callbacks.google, callbacks.microsoft))).href).toBe(refused("expired"))
    for (const value of ["x", `${errand}x`, "%E0%A4%A", errand.replace(/^[^.]+/, btoa('{"alg":"none"}'))]) {
      const forged = new SignInBrowser()
      forged.setCookie(authHost, "__Host-errand", value)
      expect((await forged.open(back.href)).href).toBe(refused("expired"))
    }
  })

  it("is found on the auth. host alone, and for the providers there are", async () => {
    const { person, browser, back } = await underWay()
    expect((await browser.open(back.href.replace(authHost, person.visit.site.host))).href).toBe("about:404")
    expect((await browser.open(back.href.replace(authHost, "localhost:3000"))).href).toBe("about:404")
    for (const id of ["microsoft", "credentials", "undefined", "__proto__"])
      expect((await browser.open(`http://${authHost}/api/auth/callback/${id}${back.search}`)).href).toBe("about:404")
  })
})

describe("the start", () => {
  it("takes only what a host of ours has signed", async () => {
    const browser = new SignInBrowser()
    const forged = ["", "?ticket=", "?ticket=x.y.z", "?provider=google&host=evil.test&bind=x&next=/"]
    for (const query of forged)
      expect((await browser.open(`http://${authHost}/start${query}`)).href).toBe(refused("expired"))
    expect(browser.cookieLines).toEqual([])
  })

  it("is for firms that there are and that are open, at every step", async () => {
    const errand = { provider: "google", bind: "x".repeat(43), next: "/", link: false } as const
    for (const host of ["nobody.localhost:3000", "localhost:3000", "evil.test", authHost]) {
      const ticket = await startTickets.issue({ ...errand, host })
      const page = await new SignInBrowser().open(`http://${authHost}/start?ticket=${ticket}`)
      expect(page.href, host).toBe(refused("nowhere"))
    }

    const steps = [(url: URL) => url.pathname === "/start", atCallback, (url: URL) => url.pathname === "/handoff"]
    const ends = [refused("nowhere"), refused("nowhere"), "about:404"]
    for (const [index, stop] of steps.entries()) {
      const { owner: person, firm } = await aFirm()
      providers.google.meet(await vouched(person))
      const browser = new SignInBrowser()
      const stopped = await browser.open(at(person, "/api/sign-in/google"), stop)
      await suspend(firm.id)
      await expect.poll(async () => (await browser.open(stopped.href)).href).toBe(ends[index])
      expect(await whoIs(browser, person).catch(() => null)).toBeNull()
    }
  })
})

const suspend = (id: string) => owner`update firms set suspended_at = now() where id = ${id}`

describe("without client ids", () => {
  it("there is neither a way to a provider nor one back", async () => {
    const { owner: person } = await aFirm()
    providers.google.meet(await vouched(person))
    const browser = new SignInBrowser()
    const url = await browser.open(at(person, "/api/sign-in/google"), ({ pathname }) => pathname === "/handoff")
    const names = ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"]
    const before = Object.fromEntries(names.map((name) => [name, process.env[name]]))
    for (const name of names) delete process.env[name]
    checkEnvironment()
    const paths = [at(person, "/api/sign-in/google"), url.href, callbacks.google, `http://${authHost}/start`]
    for (const path of paths) expect((await browser.open(path)).href, path).toBe("about:404")
    Object.assign(process.env, before)
    checkEnvironment()
    expect((await browser.open(at(person, "/api/sign-in/github"))).href).toBe("about:404")
  })
})
