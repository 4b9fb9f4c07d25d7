import { sql } from "drizzle-orm"
import postgres from "postgres"
import { afterAll, describe, expect, it } from "vitest"
import { withKey } from "@/db/tenant"
import { createClient } from "@/lib/domains/clients/operations"
import { aFirm, owner as database } from "../given"
import { limit, report, size } from "./sizes"
import { workers } from "./workers"

type Firm = Awaited<ReturnType<typeof aFirm>>
type Mishap = "none" | "backend killed" | "timed out" | "thrown"

const uncaught: unknown[] = []
const note = (error: unknown) => uncaught.push(error)

// One in a hundred loses its backend, one its patience, two their way: always the same ones.
const mishapOf = (n: number): Mishap => {
  const place = (n * 37) % 100
  if (place === 0) return "backend killed"
  if (place === 1) return "timed out"
  return place < 4 ? "thrown" : "none"
}

async function firmsWithRows(count: number) {
  const firms = await Promise.all(Array.from({ length: count }, () => aFirm()))
  for (const { owner } of firms) {
    for (const name of ["One", "Two", "Three"]) await owner.does(createClient, { name })
  }
  return firms
}

/** Reads and writes as one firm of several in 64 lanes; counts rows of another firm, and what was written for another. */
async function strain(firms: Firm[], transactions: number) {
  const seen: Record<Mishap | "wrong rows" | "rows", number> = {
    "wrong rows": 0,
    rows: 0,
    none: 0,
    "backend killed": 0,
    "timed out": 0,
    thrown: 0,
  }
  let left = transactions
  await workers(64, async () => {
    for (let n = left--; n > 0; n = left--) {
      const { firm, owner } = firms[n % firms.length]!
      const mishap = mishapOf(n)
      const work = withKey(owner.key, n % 3 === 0 ? "write" : "read", async (db) => {
        const own = await db.execute<{ firm: string }>(sql`select firm_id as firm from clients`)
        if (n % 3 === 0) await db.execute(sql`update clients set phone = ${firm.id}`)
        if (mishap === "backend killed") await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
        if (mishap === "timed out") {
          await db.execute(sql`set local statement_timeout = '2ms'`)
          await db.execute(sql`select pg_sleep(5)`)
        }
        if (mishap === "thrown") throw new Error("thrown")
        const again = await db.execute<{ firm: string }>(sql`select firm_id as firm from clients`)
        return [...own, ...again].map((row) => row.firm)
      })
      try {
        const rows = await work
        seen.rows += rows.length
        seen["wrong rows"] += rows.filter((one) => one !== firm.id).length + Math.abs(6 - rows.length)
        seen.none++
      } catch {
        seen[mishap]++
      }
    }
  })
  return seen
}

describe("I5 firms that share connections", () => {
  afterAll(() => {
    process.off("uncaughtExceptionMonitor", note)
    process.off("unhandledRejection", note)
  })

  it("I5 never see each other's rows, though backends are killed, statements time out and work throws", {
    timeout: limit(),
  }, async () => {
    process.on("uncaughtExceptionMonitor", note)
    process.on("unhandledRejection", note)
    const transactions = size(4_000, 100_000)
    const from = performance.now()
    const firms = await firmsWithRows(8)
    const seen = await strain(firms, transactions)

    expect(seen["wrong rows"]).toBe(0)
    expect(uncaught).toEqual([])
    for (const mishap of ["backend killed", "timed out", "thrown"] as const) expect(seen[mishap]).toBeGreaterThan(0)
    expect(seen.none).toBeGreaterThan(transactions * 0.9)
    const written =
      await database`select firm_id, phone from clients where firm_id = any(${firms.map(({ firm }) => firm.id)})
      and phone is not null and phone <> firm_id::text`
    expect(written).toEqual([])
    report("I5", { transactions, ...seen, seconds: Math.round((performance.now() - from) / 1000) })
  })

  it("I5 control: a firm that is set for the session, not the transaction, is found out by the same rows", async () => {
    const firms = await firmsWithRows(4)
    const role = `careless_${process.pid}`
    await database.unsafe(`create role ${role} login password 'careless' in role app_firm;
      grant execute on function pg_catalog.set_config(text, text, boolean) to ${role}`)
    const url = new URL(process.env.DATABASE_URL!)
    Object.assign(url, { username: role, password: "careless" })
    const careless = postgres(url.href, { max: 10, onnotice: () => {} })
    let wrong = 0
    try {
      await workers(64, async (lane) => {
        for (let n = 0; n < 10; n++) {
          const { firm } = firms[(lane + n) % firms.length]!
          await careless`select set_config('app.firm_id', ${firm.id}, false), set_config('app.client_id', ${"00000000-0000-0000-0000-000000000000"}, false)`
          const rows = await careless<{ firm: string }[]>`select firm_id as firm from clients`
          wrong += rows.filter((row) => row.firm !== firm.id).length
        }
      })
    } finally {
      await careless.end()
      await database.unsafe(`drop owned by ${role}; drop role ${role}`)
    }
    expect(wrong).toBeGreaterThan(0)
  })
})
