import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { checkEnvironment } from "@/lib/platform/env"
import { hashPassword } from "@/lib/platform/passwords"
import { call } from "@/test/calls"
import { aFirm, owner as database, eventsOf } from "@/test/given"

const password = "four unrelated words here"

async function aPerson(secret = password) {
  const { firm, owner, member } = await aFirm()
  const email = `ada-${crypto.randomUUID()}@firm.test`
  await database`update auth.users set email = ${email}, password_hash = ${await hashPassword(secret)} where id = ${owner.userId}`
  const login = (given: object = {}) => call(null, "POST /auth/login", { email, password: secret, ...given }, { firm })
  return { firm, owner, member, email, login }
}

const data = (answer: Awaited<ReturnType<typeof call>>) => answer.body.data as unknown as Record<string, string>
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

describe("signing in", () => {
  it("answers tokens for the host's firm, and writes it down", async () => {
    const { firm, login } = await aPerson()
    const answer = await login()
    expect(answer).toMatchObject({
      status: 200,
      body: {
        data: {
          tokenType: "Bearer",
          expiresIn: 3600,
          firm: { id: firm.id, name: firm.name, subdomain: firm.subdomain },
        },
      },
    })
    expect(
      (await call(null, "GET /auth/me", undefined, { firm, ...bearer(data(answer).accessToken!) })).body,
    ).toMatchObject({ data: { role: "owner" } })
    expect((await eventsOf(firm)).map(({ name }) => name)).toContain("session.opened")
  })

  it("says the same of a wrong password, an unknown address and somebody of another firm", async () => {
    const [one, other] = [await aPerson(), await aPerson()]
    const answers = [
      await one.login({ password: "wrong words altogether" }),
      await one.login({ email: `nobody-${crypto.randomUUID()}@firm.test` }),
      await one.login({ email: other.email }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  it("is refused for a while after five failures, also with the right password", async () => {
    const { login } = await aPerson()
    for (let i = 0; i < 5; i++) await login({ password: `wrong ${i}` })
    const refused = await login()
    expect(refused).toMatchObject({ status: 429, body: { error: { code: "rate_limited" } } })
    expect(refused.headers.get("retry-after")).toBe("900")
  })

  it("takes about the same time whether the account exists or not", async () => {
    const { login } = await aPerson()
    const time = async (given: object) => {
      const times: number[] = []
      for (let i = 0; i < 4; i++) {
        const started = performance.now()
        await login({ password: "wrong", ...given })
        times.push(performance.now() - started)
      }
      return times.sort((a, b) => a - b)[1]!
    }
    const [known, unknown] = [await time({}), await time({ email: `nobody-${crypto.randomUUID()}@firm.test` })]
    expect(Math.min(known, unknown) / Math.max(known, unknown)).toBeGreaterThan(0.5)
  })
})

describe("the demo's password", () => {
  const outOfDemo = () => {
    delete process.env.DEMO
    checkEnvironment()
  }
  beforeEach(outOfDemo)
  afterEach(outOfDemo)

  it("opens the demo and nothing else", async () => {
    const { login } = await aPerson("demo-Passw0rd!")
    expect((await login()).status).toBe(401)
    process.env.DEMO = "1"
    checkEnvironment()
    expect((await login()).status).toBe(200)
  })
})

describe("a refresh token", () => {
  it("turns once; a copy that is used again ends the whole family", async () => {
    const { firm, login } = await aPerson()
    const first = data(await login())
    const turn = (refreshToken: string) => call(null, "POST /auth/refresh", { refreshToken }, { firm })
    const second = data(await turn(first.refreshToken!))
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect((await call(null, "GET /auth/me", undefined, { firm, ...bearer(second.accessToken!) })).status).toBe(200)

    expect((await turn(first.refreshToken!)).status).toBe(401)
    expect((await turn(second.refreshToken!)).status).toBe(401)
    expect((await call(null, "GET /auth/me", undefined, { firm, ...bearer(second.accessToken!) })).status).toBe(401)
  })

  it("turns for one of many at once", async () => {
    const { firm, login } = await aPerson()
    const { refreshToken } = data(await login())
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => call(null, "POST /auth/refresh", { refreshToken }, { firm })),
    )
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
  })
})

describe("signing out", () => {
  it("ends the tokens at once; everywhere ends them all", async () => {
    const { firm, login } = await aPerson()
    const [one, two] = [data(await login()), data(await login())]
    const me = async (token: string) => (await call(null, "GET /auth/me", undefined, { firm, ...bearer(token) })).status
    await call(null, "POST /auth/logout", {}, { firm, ...bearer(one.accessToken!) })
    expect([await me(one.accessToken!), await me(two.accessToken!)]).toEqual([401, 200])
    await call(null, "POST /auth/sign-out-everywhere", {}, { firm, ...bearer(two.accessToken!) })
    expect(await me(two.accessToken!)).toBe(401)
    expect((await call(null, "POST /auth/refresh", { refreshToken: two.refreshToken }, { firm })).status).toBe(401)
  })

  it("ends only one's own sessions", async () => {
    const [one, other] = [await aPerson(), await aPerson()]
    const { accessToken } = data(await one.login())
    await other.login()
    const [foreign] = await database<
      { id: string }[]
    >`select id from auth.keys where user_id = ${other.owner.userId} limit 1`
    expect(
      (await call(null, `DELETE /auth/sessions/${foreign!.id}`, undefined, { firm: one.firm, ...bearer(accessToken!) }))
        .status,
    ).toBe(404)
  })

  it("happens by itself when a person is deactivated, disabled or the firm suspended", async () => {
    for (const end of [
      (p: Awaited<ReturnType<typeof aPerson>>) =>
        database`update members set status = 'deactivated' where user_id = ${p.owner.userId}`,
      (p: Awaited<ReturnType<typeof aPerson>>) =>
        database`update auth.users set disabled_at = now() where id = ${p.owner.userId}`,
    ]) {
      const person = await aPerson()
      const { accessToken } = data(await person.login())
      await end(person)
      expect((await call(null, "GET /auth/me", undefined, { firm: person.firm, ...bearer(accessToken!) })).status).toBe(
        401,
      )
    }
  })
})

describe("a new password", () => {
  it("is set with a link that works once, and ends every session", async () => {
    const { firm, owner, email, login } = await aPerson()
    const { accessToken } = data(await login())
    expect((await call(null, "POST /auth/request-reset", { email }, { firm })).body).toMatchObject({
      data: { sent: true },
    })
    expect((await call(null, "POST /auth/request-reset", { email: "nobody@firm.test" }, { firm })).body).toMatchObject({
      data: { sent: true },
    })

    const [key] = await database<
      { id: string }[]
    >`select id from auth.keys where user_id = ${owner.userId} and kind = 'reset'`
    const { resetSecret } = await import("./rules")
    const set = (secret: string) =>
      call(null, "POST /auth/reset", { token: resetSecret(key!.id), password: secret }, { firm })
    expect(await set("password")).toMatchObject({
      status: 422,
      body: { error: { details: { password: [expect.stringContaining("attacker")] } } },
    })
    expect((await set("another four words entirely")).status).toBe(200)
    expect((await set("yet another four words")).status).toBe(409)
    expect((await call(null, "GET /auth/me", undefined, { firm, ...bearer(accessToken!) })).status).toBe(401)
    expect((await login()).status).toBe(401)
    expect((await login({ password: "another four words entirely" })).status).toBe(200)
  })
})
