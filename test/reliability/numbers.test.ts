import { describe, expect, it } from "vitest"
import { withKey } from "@/db/tenant"
import { createClient } from "@/lib/domains/clients/operations"
import { sendInvoice } from "@/lib/domains/invoices/operations/issuing"
import { takeNumber } from "@/lib/domains/numbers/writes"
import type { Scope } from "@/lib/kernel/operation"
import { aFirm, owner as database } from "../given"
import { limit, report, size } from "./sizes"
import { workers } from "./workers"

type Firm = Awaited<ReturnType<typeof aFirm>>

class Thrown extends Error {}

/** Drafts by the armful: what is tested is their issue. */
async function drafts({ firm, owner }: Firm, count: number) {
  const { id: clientId } = await owner.does(createClient, { name: "Harbour & Co", email: "accounts@harbour.test" })
  const rows = await database<{ id: string }[]>`
    insert into invoices (firm_id, id, client_id, currency, subtotal, total, created_at, updated_at)
    select ${firm.id}, gen_random_uuid(), ${clientId}, 'USD', 5, 5, now(), now() from generate_series(1, ${count}) returning id`
  return rows.map(({ id }) => id)
}

/** Issues drafts in 64 lanes; one try in ten is rolled back after it took its number. Answers what is wrong with the numbers. */
async function issueAll(given: Firm, count: number, before: (given: Firm) => Promise<string | undefined>) {
  const left = await drafts(given, count)
  let rolledBack = 0
  let tries = 0
  const failing = {
    ...sendInvoice,
    async run(input: { id: string }, scope: Scope) {
      await sendInvoice.run(input, scope)
      throw new Thrown()
    },
  }
  const taken: (string | undefined)[] = []
  await workers(64, async () => {
    for (let id = left.pop(); id; id = left.pop()) {
      for (;;) {
        const early = await before(given)
        if (++tries % 10 === 0) {
          await expect(given.owner.does(failing as typeof sendInvoice, { id })).rejects.toBeInstanceOf(Thrown)
          rolledBack++
          continue
        }
        const { number } = await given.owner.does(sendInvoice, { id })
        taken.push(early ?? number!)
        break
      }
    }
  })
  return { rolledBack, ...faults(taken.map((number) => Number(number!.split("-").at(-1)))) }
}

function faults(numbers: number[]) {
  const all = new Set(numbers)
  const highest = Math.max(...numbers)
  return { given: numbers.length, doubles: numbers.length - all.size, gaps: highest - all.size }
}

describe("M4 invoice numbers", () => {
  it("M4 are gapless and given once, from 64 workers of whose tries a tenth is rolled back", {
    timeout: limit(),
  }, async () => {
    const count = size(200, 20_000)
    const from = performance.now()
    const given = await aFirm()
    const { rolledBack, ...result } = await issueAll(given, count, async () => undefined)
    expect(result).toEqual({ given: count, doubles: 0, gaps: 0 })
    expect(rolledBack).toBeGreaterThan(count / 12)
    const stored = await database<
      { number: string }[]
    >`select number from invoices where firm_id = ${given.firm.id} order by 1`
    expect(faults(stored.map(({ number }) => Number(number.split("-").at(-1))))).toEqual(result)
    const ms = performance.now() - from
    report("M4", { invoices: count, rolledBack, "issued/s": Math.round((count / ms) * 1000) })
  })

  it("M4 of many firms at once are each firm's own", { timeout: limit() }, async () => {
    const firms = await Promise.all(Array.from({ length: size(5, 100) }, () => aFirm()))
    const results = await Promise.all(firms.map((firm) => issueAll(firm, 10, async () => undefined)))
    for (const { rolledBack: _, ...result } of results) expect(result).toEqual({ given: 10, doubles: 0, gaps: 0 })
  })

  it("M4 control: numbers taken in a transaction of their own leave gaps, and are found out", {
    timeout: limit(),
  }, async () => {
    const early = ({ system }: Firm) => withKey(system.key, "write", (db) => takeNumber(db, "EARLY", "2026-01-01"))
    const { gaps, rolledBack } = await issueAll(await aFirm(), 60, early)
    expect(gaps).toBeGreaterThan(0)
    expect(gaps).toBeLessThanOrEqual(rolledBack)
  })

  it("M4 control: numbers found by looking at the highest are given twice, and are found out", {
    timeout: limit(),
  }, async () => {
    const highest = async ({ firm, system }: Firm) =>
      withKey(system.key, "read", async () => {
        const [row] = await database<
          { n: number }[]
        >`select count(*)::int + 1 as n from invoices where firm_id = ${firm.id} and number is not null`
        return `HIGH-2026-${row!.n}`
      })
    expect((await issueAll(await aFirm(), 60, highest)).doubles).toBeGreaterThan(0)
  })
})
