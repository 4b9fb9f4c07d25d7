import { describe, expect, it } from "vitest"
import { addressOf, call } from "@/test/calls"
import { owner as database } from "@/test/given"
import { proposedSubdomain } from "./rules"
import { signUpSecret } from "./writes"

const root = { firm: undefined, headers: { "x-forwarded-for": addressOf(crypto.randomUUID())! } }
const password = "four unrelated words here"
const aSubdomain = () => `new-${crypto.randomUUID().slice(0, 8)}`
const aSignUp = (subdomain: string, over: object = {}) => ({
  firmName: "Larch Partners",
  subdomain,
  name: "Lena Larch",
  email: `lena-${crypto.randomUUID()}@larch.test`,
  password,
  ...over,
})
const post = (path: string, body: object) =>
  call(null, `POST ${path}` as `POST /${string}`, body, {
    headers: { "x-forwarded-for": addressOf(crypto.randomUUID())! },
  })
const secretFor = async (subdomain: string) => {
  const [row] = await database<
    { id: string }[]
  >`select id from auth.sign_ups where subdomain = ${subdomain} and used_at is null`
  return signUpSecret(row!.id)
}

describe("signing a firm up", () => {
  it("makes nothing before the mail is opened, and then the firm and its owner, who can sign in", async () => {
    const subdomain = aSubdomain()
    const given = aSignUp(subdomain)
    expect(await post("/public/sign-ups", given)).toMatchObject({
      status: 200,
      body: { data: { sent: true, email: given.email } },
    })
    expect(await database`select 1 from firms where subdomain = ${subdomain}`).toHaveLength(0)
    expect(await post("/auth/login", { email: given.email, password: given.password })).toMatchObject({ status: 401 })

    const token = await secretFor(subdomain)
    expect((await call(null, `GET /public/sign-ups/${token}`, undefined, root)).body).toMatchObject({
      data: { firmName: "Larch Partners" },
    })
    expect((await post(`/public/sign-ups/${token}`, { password })).body).toMatchObject({
      data: { host: `${subdomain}.localhost:3000` },
    })
    expect((await post("/auth/login", { email: given.email, password: given.password })).body).toMatchObject({
      data: { firm: { subdomain, name: "Larch Partners" } },
    })
    expect((await post(`/public/sign-ups/${token}`, { password })).status).toBe(409)
  })

  it("wants the password of whoever signed up: an address that is proven by somebody else opens nothing", async () => {
    const subdomain = aSubdomain()
    await post("/public/sign-ups", aSignUp(subdomain))
    const answer = await post(`/public/sign-ups/${await secretFor(subdomain)}`, {
      password: "the words of another person",
    })
    expect(answer).toMatchObject({ status: 422, body: { error: { details: { password: [expect.any(String)] } } } })
    expect(await database`select 1 from firms where subdomain = ${subdomain}`).toHaveLength(0)
  })

  it("opens one firm however often the link is clicked at once", async () => {
    const subdomain = aSubdomain()
    await post("/public/sign-ups", aSignUp(subdomain))
    const token = await secretFor(subdomain)
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(`/public/sign-ups/${token}`, { password })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await database`select 1 from firms where subdomain = ${subdomain}`).toHaveLength(1)
  })

  it("gives an address to one of two who want it, and none that is ours", async () => {
    const subdomain = aSubdomain()
    const free = async () => (await call(null, `GET /public/subdomains/${subdomain}`, undefined, root)).body
    expect(await free()).toMatchObject({ data: { free: true } })
    const answers = await Promise.all([
      post("/public/sign-ups", aSignUp(subdomain)),
      post("/public/sign-ups", aSignUp(subdomain)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(await free()).toMatchObject({ data: { free: false } })
    expect(await post("/public/sign-ups", aSignUp("auth"))).toMatchObject({
      status: 422,
      body: { error: { details: { subdomain: [expect.stringContaining("taken")] } } },
    })
    expect((await post("/public/sign-ups", aSignUp("-x"))).status).toBe(422)
  })

  it("is forgotten a week after its link has ended", async () => {
    const subdomain = aSubdomain()
    await post("/public/sign-ups", aSignUp(subdomain))
    const left = () => database`select 1 from auth.sign_ups where subdomain = ${subdomain}`
    await database`update auth.sign_ups set expires_at = now() - interval '6 days' where subdomain = ${subdomain}`
    await database`select auth.sweep()`
    expect(await left()).toHaveLength(1)
    await database`update auth.sign_ups set expires_at = now() - interval '8 days' where subdomain = ${subdomain}`
    await database`select auth.sweep()`
    expect(await left()).toHaveLength(0)
  })

  it("keeps the password of somebody who has an account", async () => {
    const [one, two] = [aSubdomain(), aSubdomain()]
    const first = aSignUp(one)
    await post("/public/sign-ups", first)
    await post(`/public/sign-ups/${await secretFor(one)}`, { password })
    await post("/public/sign-ups", aSignUp(two, { email: first.email, password: "some entirely other words" }))
    await post(`/public/sign-ups/${await secretFor(two)}`, { password: "some entirely other words" })
    expect((await post("/auth/login", { email: first.email, password: "some entirely other words" })).status).toBe(401)
    expect((await post("/auth/login", { email: first.email, password: first.password })).status).toBe(200)
  })
})

describe("an address proposed for a firm's name", () => {
  it.each([
    ["Müller & Söhne", "muller-sohne"],
    ["  Acme, Inc. ", "acme-inc"],
    ["ΑΒΓ", ""],
    ["A very long name of a firm that goes on and on", "a-very-long-name-of-a-firm-that-goes-on-a"],
  ])("of %s is %s", (name, wanted) => {
    expect(proposedSubdomain(name)).toBe(wanted.slice(0, 40).replace(/-+$/, ""))
  })
})

describe("a request for a demonstration", () => {
  it("is kept for the operators", async () => {
    const email = `ask-${crypto.randomUUID()}@ask.test`
    expect(
      (await post("/public/demo-requests", { name: "Ask", email, company: "Ask & Co", people: "6-20" })).status,
    ).toBe(201)
    expect(await database`select company, people, status from auth.demo_requests where email = ${email}`).toMatchObject(
      [{ company: "Ask & Co", people: "6-20", status: "new" }],
    )
  })
})
