import { spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { createInterface } from "node:readline"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { gate } from "@/db/gate"
import { typescript } from "../../bin/parts/typescript.mjs"
import { size } from "./sizes"

type Taken = { remaining: number; waitMs: number }
type Limit = { allowed: number; seconds: number }
type Taker = Awaited<ReturnType<typeof start>>

/** A process that asks a limiter when it is told. */
async function start(file: string) {
  const child = spawn(process.execPath, typescript(`test/reliability/${file}`), { stdio: ["pipe", "pipe", "inherit"] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => {
    const { value } = await lines.next()
    if (value === undefined) throw new Error(`${file} ended`)
    return value as string
  }
  await next()
  return {
    async take(given: Limit & { bucket: string; times: number }): Promise<Taken[]> {
      child.stdin.write(`${JSON.stringify(given)}\n`)
      return JSON.parse(await next())
    },
    end: () => child.stdin.end(),
  }
}

/** Has them ask together for one bucket; what each was told, and how long it took. */
async function together(takers: Taker[], limit: Limit, times: number) {
  const bucket = `test:${randomUUID()}`
  const from = performance.now()
  const answers = await Promise.all(takers.map((one) => one.take({ bucket, ...limit, times })))
  return { bucket, answers, tookMs: performance.now() - from }
}
const through = (answers: Taken[]) => answers.filter(({ remaining }) => remaining >= 0).length

describe("R6 the rate limits, asked by two processes at once", () => {
  let takers: Taker[]
  const shares = [0, 0]
  beforeAll(async () => {
    takers = await Promise.all([start("taker.ts"), start("taker.ts")])
  })
  afterAll(() => {
    for (const one of takers) one.end()
  })

  // What comes back while the calls are made is known: of an hour's limit nothing.
  it.each([
    ["an hour's", { allowed: 1000, seconds: 3600 }],
    ["an upload's", { allowed: 30, seconds: 3600 }],
    ["a stranger's", { allowed: 20, seconds: 3600 }],
    ["a minute's", { allowed: 100, seconds: 60 }],
    ["a payment's", { allowed: 10, seconds: 60 }],
  ])("%s lets exactly as many through as it says, and says when the next one is back", async (_name, limit) => {
    const times = Math.max(limit.allowed, size(100, 2000))
    const { answers, tookMs } = await together(takers, limit, times)
    const step = (limit.seconds * 1000) / limit.allowed
    const all = answers.flat()
    expect(all).toHaveLength(2 * times)
    expect(through(all)).toBeGreaterThanOrEqual(limit.allowed)
    expect(through(all)).toBeLessThanOrEqual(limit.allowed + Math.floor(tookMs / step))
    for (const { waitMs } of all.filter(({ remaining }) => remaining < 0)) {
      expect(waitMs).toBeGreaterThan(0)
      expect(waitMs).toBeLessThanOrEqual(step + 1)
    }
    answers.forEach((one, at) => {
      shares[at]! += through(one)
    })
  })

  it("both processes had a part in what was let through", () => {
    expect(Math.min(...shares)).toBeGreaterThan(0)
  })

  it("gives the next one back when Retry-After says, to the second, and one alone", async () => {
    const limit = { allowed: 20, seconds: 40 }
    const { bucket } = await together(takers, limit, 30)
    const take = () => gate.take(bucket, limit.allowed, limit.seconds)
    while ((await take()).remaining >= 0);
    const from = performance.now()
    const retryAfterMs = Math.ceil((await take()).waitMs / 1000) * 1000
    while ((await take()).remaining < 0);
    const waited = performance.now() - from
    expect(Math.abs(waited - retryAfterMs)).toBeLessThanOrEqual(1000)
    expect((await take()).remaining).toBe(-1)
  })

  it("the count finds a limiter that each process keeps to itself", async () => {
    const alone = await Promise.all([start("taker-alone.ts"), start("taker-alone.ts")])
    const limit = { allowed: 20, seconds: 3600 }
    const { answers } = await together(alone, limit, 60)
    for (const one of alone) one.end()
    expect(through(answers.flat())).toBe(2 * limit.allowed)
  })
})
