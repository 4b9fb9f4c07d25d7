import { describe, expect, it } from "vitest"
import { addLogContext, createLog, logContext, withLogContext } from "./log"
import { redact, scrub } from "./redact"

const canary = "canary8c1f2b77e0"

function capture() {
  const lines: string[] = []
  const log = createLog({ write: (line: string) => void lines.push(line) }, "trace")
  return { log, text: () => lines.join(""), last: () => JSON.parse(lines.at(-1) ?? "") as Record<string, unknown> }
}

function databaseError() {
  return Object.assign(new Error(`invalid input syntax for type uuid: "${canary}"`), {
    name: "PostgresError",
    code: "22P02",
    table_name: "clients",
    detail: `Key (email)=(${canary}) already exists.`,
    query: `select '${canary}'`,
    parameters: [canary],
    args: [canary],
  })
}

function jsonError(text: string) {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}

describe("log", () => {
  it("writes one JSON object a line, with the request's context", () => {
    const { log, last } = capture()
    withLogContext({ requestId: "r1" }, () => {
      withLogContext({ firm: "f1" }, () => {
        addLogContext({ user: "u1" })
        log.info({ rows: 3 }, "listed")
      })
      expect(logContext()).toEqual({ requestId: "r1" })
    })
    expect(last()).toMatchObject({ level: "info", requestId: "r1", firm: "f1", user: "u1", rows: 3, msg: "listed" })
    expect(new Date(String(last().time)).getFullYear()).toBeGreaterThan(2025)
  })

  it("keeps two concurrent requests apart", async () => {
    const { log, text } = capture()
    const request = (requestId: string) =>
      withLogContext({ requestId }, async () => {
        await Promise.resolve()
        log.info(`done ${requestId}`)
      })
    await Promise.all([request("a"), request("b")])
    expect(text()).toMatch(/"requestId":"a".*"msg":"done a"/)
    expect(text()).toMatch(/"requestId":"b".*"msg":"done b"/)
  })

  it.each([
    ["a key", { password: canary }],
    ["a header", { headers: { Authorization: canary, "set-cookie": [canary], "x-api-key": canary } }],
    ["a Headers object", { headers: new Headers({ cookie: canary }) }],
    ["a nested list", { users: [{ profile: { refreshToken: canary, cardNumber: canary, cvc: 123 } }] }],
    ["a bearer token in text", { note: `sent Authorization: Bearer ${canary}` }],
    ["a password in an address", { url: `postgresql://app:${canary}@db/app` }],
    ["a link's secret", { url: `https://x.test/reset?token=${canary}&x=1` }],
    ["a database error", { err: databaseError() }],
    ["a wrapped error", { problem: new Error("outer", { cause: databaseError() }) }],
    [
      "a query error",
      { err: Object.assign(new Error(`Failed query: select $1\nparams: ${canary}`), { params: [canary] }) },
    ],
    ["a group of errors", { err: new AggregateError([databaseError()], "several") }],
    [
      "what JSON.parse stumbled over",
      { err: jsonError(canary), also: jsonError(`{"${canary}`), last: jsonError(`[1, ${canary}]`) },
    ],
    ["bytes", { file: Buffer.from(canary) }],
  ])("does not let %s through", (_, fields) => {
    const { log, text } = capture()
    log.error(fields, "failed")
    log.error({ deep: { deeper: fields } })
    expect(text()).toContain("failed")
    expect(text()).not.toContain(canary)
  })

  it("scrubs messages, their arguments, bare errors and child loggers", () => {
    const { log, text } = capture()
    log.warn(`Bearer ${canary}`)
    log.error(databaseError())
    log.error(databaseError(), "failed for %o", { token: canary })
    log.child({ apiKey: canary }).error({ err: databaseError() })
    expect(text().trim().split("\n")).toHaveLength(4)
    expect(text()).not.toContain(canary)
  })

  it("keeps what is needed to find the fault", () => {
    const { log, last } = capture()
    log.error({ err: new Error("outer", { cause: databaseError() }), attempts: 2 }, "failed")
    const err = last().err as { message: string; stack: string[]; cause: Record<string, unknown> }
    expect(err.message).toBe("outer")
    expect(err.stack[0]).toContain("log.test.ts")
    expect(err.cause).toMatchObject({ code: "22P02", table_name: "clients" })
    expect(err.cause.message).toBe("invalid input syntax for type uuid")
  })

  it("survives circles and strange values", () => {
    const circle: Record<string, unknown> = { big: 10n, fn: () => 1, at: new Date(0) }
    circle.self = circle
    expect(JSON.stringify(redact(circle))).toBe('{"big":"10","at":"1970-01-01T00:00:00.000Z","self":"[…]"}')
  })

  it("hides card numbers and vendor keys in text, and leaves ids and amounts", () => {
    expect(scrub("card 4242 4242 4242 4242 with sk_live_abc and cpk_abc")).not.toMatch(/4242|abc/)
    const harmless = "INV-0042 of 1200.00 at 1763696000000 for 01890a5d-ac96-774b-bcce-4242424242424242"
    expect(scrub(harmless)).toBe(harmless)
  })
})
