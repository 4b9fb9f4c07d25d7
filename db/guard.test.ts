import { sql } from "drizzle-orm"
import { describe, expect, it } from "vitest"
import { aFirm } from "@/test/given"
import { database, driver } from "./client"
import { type TenantDb, withKey } from "./tenant"

describe("the driver's guard", () => {
  it("refuses a query on a transaction that has ended", async () => {
    const { owner } = await aFirm()
    let leaked: TenantDb | undefined
    await withKey(owner.key, "read", async (db) => {
      leaked = db
    })
    await expect(leaked!.execute(sql`select 1`)).rejects.toMatchObject({
      cause: { message: "query on a finished transaction" },
    })
  })

  it("prepares what drizzle sends, so that it is one round trip", async () => {
    await database("app_gate").execute(sql`select 'prepared by the guard' as proof`)
    const seen = await driver("app_gate").begin(async (tx) => {
      await tx.unsafe("select 1", [])
      return tx`select 1 from pg_prepared_statements`
    })
    expect(seen.length).toBeGreaterThan(0)
  })

  it("takes one statement in a text, with and without parameters", async () => {
    const { owner } = await aFirm()
    const two = withKey(owner.key, "read", (db) => db.execute(sql.raw("select 1; select 2")))
    await expect(two).rejects.toMatchObject({ cause: { code: "42601" } })
  })

  it("keeps reading apart from writing", async () => {
    const { owner } = await aFirm()
    await expect(
      withKey(owner.key, "read", (db) => db.execute(sql`update firms set name = 'changed'`)),
    ).rejects.toMatchObject({ cause: { code: "25006" } })
  })

  it("shows each firm its own under interleaving, with backends killed in between", async () => {
    const firms = await Promise.all([aFirm(), aFirm(), aFirm(), aFirm()])
    const killer = driver("app_worker")
    let wrong = 0
    let lost = 0
    await Promise.all(
      Array.from({ length: 400 }, async (_, i) => {
        const { firm, owner } = firms[i % firms.length]!
        try {
          const seen = await withKey(owner.key, "read", async (db) => {
            const [row] = await db.execute<{ id: string }>(sql`select id from firms`)
            if (i % 97 === 0) await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
            return row!.id
          })
          if (seen !== firm.id) wrong++
        } catch {
          lost++
        }
      }),
    )
    expect(wrong).toBe(0)
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThan(60)
    await killer`select 1`
  })
})
