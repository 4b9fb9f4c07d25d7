import { describe, expect, it } from "vitest"
import { now, withClock } from "@/lib/platform/clock"
import { accountOf, bindHashOf, errands, isProblem, linkProof, problemOf, problemPath, startTickets } from "./rules"

const google = { iss: "https://accounts.google.com", sub: "1", email: " Jo@Firm.test " }
const microsoft = { iss: "https://login.microsoftonline.com/t/v2.0", sub: "2", email: "jo@firm.test" }

describe("whose address a provider vouches for", () => {
  it("is Google's word for it, and nothing that only looks like it", () => {
    expect(accountOf("google", { ...google, email_verified: true })).toEqual({
      issuer: google.iss,
      subject: "1",
      email: "jo@firm.test",
    })
    for (const email_verified of [false, undefined, "true", 1, null])
      expect(accountOf("google", { ...google, email_verified })?.email).toBeNull()
  })

  it("is with Microsoft only the verified owner of the domain, however it writes yes", () => {
    for (const xms_edov of [true, "true", 1, "1"])
      expect(accountOf("microsoft", { ...microsoft, xms_edov })?.email).toBe("jo@firm.test")
    for (const xms_edov of [false, "false", 0, "0", undefined, null, "yes", [true, 1]])
      expect(accountOf("microsoft", { ...microsoft, xms_edov })?.email).toBeNull()
    expect(accountOf("microsoft", { ...microsoft, email_verified: true })?.email).toBeNull()
  })

  it("is nobody's without an issuer, a subject, or with an address that is none", () => {
    expect(accountOf("google", { sub: "1" })).toBeNull()
    expect(accountOf("google", { iss: google.iss })).toBeNull()
    expect(accountOf("google", { ...google, email: "no address", email_verified: true })).toBeNull()
    expect(accountOf("google", { ...google, email: 5, email_verified: true })).toMatchObject({ email: null })
  })
})

describe("tickets", () => {
  const errand = {
    provider: "google",
    host: "acme.localhost:3000",
    bind: bindHashOf("x"),
    next: "/leads?q=a",
    link: false,
  } as const

  it("are read as they were signed, and not after a change, for another purpose, or too late", async () => {
    const ticket = await startTickets.issue(errand)
    expect(await startTickets.read(ticket)).toEqual(errand)
    const [head, body, signature] = ticket.split(".") as [string, string, string]
    const other = Buffer.from(JSON.stringify({ ...JSON.parse(atob(body)), host: "evil.test" })).toString("base64url")
    expect(await startTickets.read([head, other, signature].join("."))).toBeNull()
    expect(await startTickets.read([btoa('{"alg":"none"}'), body, ""].join("."))).toBeNull()
    expect(await errands.read(ticket)).toBeNull()
    expect(await startTickets.read("")).toBeNull()
    expect(await withClock(new Date(now().getTime() + 61_000), () => startTickets.read(ticket))).toBeNull()
  })

  it("to link an account hold for one session", () => {
    expect(linkProof("a")).not.toBe(linkProof("b"))
    expect(linkProof("a")).toMatch(/^[\w-]{43}$/)
  })
})

describe("problems", () => {
  it("lead to the page where one goes on, and keep where one was going", () => {
    expect(problemPath("spent", { next: "/", link: false })).toBe("/sign-in?problem=spent")
    expect(problemPath("spent", { next: "/a?b=1&c", link: false })).toBe("/sign-in?problem=spent&next=%2Fa%3Fb%3D1%26c")
    expect(problemPath("taken", { next: "/a", link: true })).toBe("/sessions?problem=taken")
  })

  it("are named by what was refused; anything else is a failure", () => {
    expect(problemOf(new Error("database away"))).toBe("failed")
    expect(isProblem("spent")).toBe(true)
    for (const key of ["toString", "", undefined, ["spent"], "<script>"]) expect(isProblem(key)).toBe(false)
  })
})
