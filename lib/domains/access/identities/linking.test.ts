import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { aFirm, eventsOf, type Somebody } from "@/test/given"
import {
  aClientsPerson,
  at,
  identitiesOf,
  newSubject,
  problemAt,
  startProviders,
  vouched,
  whoIs,
} from "@/test/providers"
import { SignInBrowser } from "@/test/sign-in-browser"
import { listIdentities, unlinkIdentity } from "./operations"
import { linkProof } from "./rules"

let providers: Awaited<ReturnType<typeof startProviders>>

beforeAll(async () => {
  providers = await startProviders()
})
afterAll(() => providers.close())

const cookieOf = ({ key }: Somebody) => (key.surface === "portal" ? "__Host-ps" : "__Host-fs")
const linking = (person: Somebody, provider: "google" | "microsoft") =>
  at(person, `/api/sign-in/${provider}?link=${linkProof(person.key.secret)}`)

function browserOf(person: Somebody) {
  const browser = new SignInBrowser()
  browser.setCookie(person.visit.site.host, cookieOf(person), person.key.secret)
  return browser
}

describe("linking an account", () => {
  it("lets an account whose address nobody vouches for sign its owner in, until it is removed", async () => {
    const firm = await aFirm()
    for (const person of [firm.owner, (await aClientsPerson(firm)).person]) {
      const account = { sub: newSubject(), email: "someone@elsewhere.test" }
      providers.microsoft.meet(account)
      const page = await browserOf(person).open(linking(person, "microsoft"))
      expect(page.href).toBe(at(person, "/sessions?done=identityLinked"))
      expect(await identitiesOf(person)).toEqual([{ issuer: providers.microsoft.issuer, subject: account.sub }])
      expect((await person.does(listIdentities, {})).identities).toMatchObject([{ provider: "microsoft" }])

      const browser = new SignInBrowser()
      await browser.open(at(person, "/api/sign-in/microsoft"))
      expect(await whoIs(browser, person)).toMatchObject({ id: person.id })

      expect(await person.does(unlinkIdentity, { provider: "google" })).toEqual({ unlinked: 0 })
      expect(await person.does(unlinkIdentity, { provider: "microsoft" })).toEqual({ unlinked: 1 })
      const after = await new SignInBrowser().open(at(person, "/api/sign-in/microsoft"))
      expect(after.href).toBe(problemAt(person, "unverified"))
      const names = (await eventsOf(firm.firm)).filter(({ actorId }) => actorId === person.id).map(({ name }) => name)
      expect(names.filter((name) => name.startsWith("identity."))).toEqual(["identity.linked", "identity.unlinked"])
    }
  })

  it("gives one account to one person", async () => {
    const { owner: one, member } = await aFirm()
    const two = await member("manager")
    providers.google.meet(await vouched(one))
    await browserOf(one).open(linking(one, "google"))
    const page = await browserOf(two).open(linking(two, "google"))
    expect(page.href).toBe(at(two, "/sessions?problem=taken"))
    expect(await identitiesOf(two)).toEqual([])
    const again = await browserOf(one).open(linking(one, "google"))
    expect(again.href).toBe(at(one, "/sessions?done=identityLinked"))
    expect(await identitiesOf(one)).toHaveLength(1)
  })

  it("begins only from a page of the person's own session", async () => {
    const { owner: one, member } = await aFirm()
    const two = await member("manager")
    expect((await new SignInBrowser().open(linking(one, "google"))).href).toBe("about:403")
    expect((await browserOf(two).open(linking(one, "google"))).href).toBe("about:403")
    expect((await browserOf(one).open(at(one, "/api/sign-in/google?link="))).href).toBe("about:403")
  })

  it("ends only in the browser, on the host and in a session of who began it", async () => {
    const { owner: attacker, member } = await aFirm()
    const victim = await member("manager")
    const stranger = (await aFirm()).owner
    providers.google.meet({ sub: newSubject(), email: "attacker@evil.test", email_verified: true })
    const browser = browserOf(attacker)
    const { href } = await browser.open(linking(attacker, "google"), ({ pathname }) => pathname === "/handoff")
    const bind = browser.cookies(attacker.visit.site.host)["__Host-bind"]!

    const other = browserOf(victim)
    expect((await other.open(href)).href).toBe(at(victim, "/sessions?problem=otherBrowser"))
    other.setCookie(victim.visit.site.host, "__Host-bind", "y".repeat(43))
    expect((await other.open(href)).href).toBe(at(victim, "/sessions?problem=spent"))
    expect(await identitiesOf(victim)).toEqual([])

    const elsewhere = browserOf(stranger)
    elsewhere.setCookie(stranger.visit.site.host, "__Host-bind", bind)
    const there = href.replace(attacker.visit.site.host, stranger.visit.site.host)
    expect((await elsewhere.open(there)).href).toBe(at(stranger, "/sessions?problem=spent"))

    const signedOut = new SignInBrowser()
    signedOut.setCookie(attacker.visit.site.host, "__Host-bind", bind)
    expect((await signedOut.open(href)).href).toBe(at(attacker, "/sessions?problem=signedOut"))
    expect(await identitiesOf(attacker)).toEqual([])
  })
})
