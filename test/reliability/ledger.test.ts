import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { withKey } from "@/db/tenant"
import { trialBalance } from "@/lib/domains/ledger/operations"
import { account, type Side } from "@/lib/domains/ledger/rules"
import { post, reverse } from "@/lib/domains/ledger/writes"
import { Decimal } from "@/lib/platform/money"
import { aFirm, owner as database } from "../given"
import { attacks, codeOf, lines } from "./ledger-attacks"
import { limit, report, size } from "./sizes"

type Firm = Awaited<ReturnType<typeof aFirm>>
/** What the books must say: cents by currency and account, and which facts have been posted. */
type Model = {
  balances: Map<string, number>
  posted: { key: string; sides: Side[]; currency: string; reversed: boolean }[]
}
type Real = Firm & { run: string }
type Command = fc.AsyncCommand<Model, Real>

const codes = Object.values(account)
const currencies = ["USD", "EUR", "JPY"] as const
const cents = (amount: number, currency: string) => new Decimal(amount).div(currency === "JPY" ? 1 : 100).toFixed()
const kind = "payment.received" as const
const postedOn = "2026-01-31"

let commands = 0
let refused = 0

function booked(model: Model, currency: string, sides: Side[], sign: 1 | -1) {
  for (const { account, debit = "0", credit = "0" } of sides) {
    const name = `${currency} ${account}`
    const change = new Decimal(String(debit)).minus(String(credit)).times(sign).toNumber()
    model.balances.set(name, new Decimal(model.balances.get(name) ?? 0).plus(change).toNumber())
  }
}

/** Debits and credits that add up, over two to five accounts. */
const balanced = fc
  .record({
    currency: fc.constantFrom(...currencies),
    parts: fc.array(fc.record({ code: fc.constantFrom(...codes), amount: fc.integer({ min: 1, max: 9_999_999 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    against: fc.constantFrom(...codes),
  })
  .map(({ currency, parts, against }) => {
    const total = parts.reduce((sum, { amount }) => sum + amount, 0)
    const sides: Side[] = [
      ...parts.map(({ code, amount }) => ({ account: code, debit: cents(amount, currency) })),
      { account: against, credit: cents(total, currency) },
    ]
    return { currency, sides }
  })

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  async run(model, real) {
    commands++
    await run(model, real)
  },
  toString: () => name,
})

const posting = balanced.map(({ currency, sides }) =>
  command(`post ${currency} ${JSON.stringify(sides)}`, async (model, real) => {
    const key = `${real.run}:${model.posted.length}`
    const fact = { kind, sourceId: crypto.randomUUID(), sourceKey: key, description: "", postedOn, currency, sides }
    await withKey(real.system.key, "write", (db) => post(db, fact, "en"))
    model.posted.push({ key, currency, sides, reversed: false })
    booked(model, currency, sides, 1)
  }),
)

const reversing = fc.nat().map((n) =>
  command(`reverse ${n}`, async (model, real) => {
    const fact = model.posted[n % (model.posted.length || 1)]
    const sourceKey = fact?.key ?? "nothing"
    const [before] =
      await database`select count(*)::int as n from ledger_transactions where firm_id = ${real.firm.id} and source_key = ${sourceKey}`
    const answer = await codeOf(
      withKey(real.system.key, "write", (db) => reverse(db, { kind, sourceKey, postedOn, description: "" })),
    )
    expect(answer).toBe(fact?.reversed ? "23505" : "done")
    if (!fact || fact.reversed || before!.n === 0) return
    fact.reversed = true
    booked(model, fact.currency, fact.sides, -1)
  }),
)

const failing = balanced.map(({ currency, sides }) =>
  command("a change that fails after it has posted", async (model, real) => {
    const fact = {
      kind,
      sourceId: crypto.randomUUID(),
      sourceKey: `${real.run}:lost`,
      description: "",
      postedOn,
      currency,
      sides,
    }
    const work = withKey(real.system.key, "write", async (db) => {
      await post(db, fact, "en")
      throw new Error("thrown")
    })
    await expect(work).rejects.toThrow("thrown")
    expect(model).toBeDefined()
  }),
)

const attacking = fc.constantFrom(...Object.keys(attacks)).map((name) =>
  command(`attack: ${name}`, async (model, real) => {
    const { refusedWith, attack } = attacks[name]!
    const key = model.posted.at(-1)?.key
    const [fact] = await database<{ id: string; key: string }[]>`
      select id, source_key as key from ledger_transactions where firm_id = ${real.firm.id} and source_key = ${key ?? ""}`
    if (!fact) return // there is nothing to attack yet
    expect(await codeOf(attack(real.firm.id, fact))).toBe(refusedWith)
    refused++
  }),
)

/** What the books say beyond the model; nothing when they agree. */
async function differences({ firm, owner }: Firm, model: Model) {
  const rows = await database<{ name: string; net: string }[]>`
    select currency || ' ' || account_code as name, sum(debit - credit)::text as net from ledger_entries
     where firm_id = ${firm.id} group by 1`
  const wrong = new Set<string>()
  const books = new Map(rows.map(({ name, net }) => [name, Number(net)]))
  for (const name of new Set([...books.keys(), ...model.balances.keys()])) {
    if ((books.get(name) ?? 0) !== (model.balances.get(name) ?? 0)) wrong.add(name)
  }
  for (const { currency, debit, credit } of (await owner.does(trialBalance, {})).currencies) {
    if (debit !== credit) wrong.add(`${currency} does not balance`)
  }
  return [...wrong]
}

const newModel = (): Model => ({ balances: new Map(), posted: [] })

describe("M3 the ledger", () => {
  it("M3 says what a model of it says, after any postings, reversals, failures and attacks", {
    timeout: limit(),
  }, async () => {
    const from = performance.now()
    const [numRuns, maxCommands] = [size(50, 10_000), size(20, 50)]
    const all = fc.commands([posting, posting, reversing, failing, attacking], { maxCommands, size: "max" })
    let firm = await aFirm()
    await fc.assert(
      fc.asyncProperty(all, async (steps) => {
        // A firm of its own for each run, so that every run is checked to the last cent.
        firm = await aFirm()
        const model = newModel()
        await fc.asyncModelRun(() => ({ model, real: { ...firm, run: crypto.randomUUID() } }), steps)
        expect(await differences(firm, model)).toEqual([])
      }),
      { numRuns },
    )
    expect(refused).toBeGreaterThan(numRuns / 2)
    report("M3", { runs: numRuns, commands, attacks: refused, seconds: Math.round((performance.now() - from) / 1000) })
  })

  it("M3 refuses every attack to the owner of the tables", async () => {
    const firm = await aFirm()
    const [model, real] = [newModel(), { ...firm, run: "attacked" }]
    const sides = [
      { account: "1100", debit: "5" },
      { account: "4000", credit: "5" },
    ]
    await withKey(firm.system.key, "write", (db) =>
      post(
        db,
        {
          kind,
          sourceId: crypto.randomUUID(),
          sourceKey: "attacked:0",
          description: "",
          postedOn,
          currency: "USD",
          sides,
        },
        "en",
      ),
    )
    booked(model, "USD", sides, 1)
    const [fact] = await database<{ id: string; key: string }[]>`
      select id, source_key as key from ledger_transactions where firm_id = ${firm.firm.id}`
    const answers: Record<string, string> = {}
    for (const [name, { attack }] of Object.entries(attacks)) answers[name] = await codeOf(attack(real.firm.id, fact))
    expect(answers).toEqual(
      Object.fromEntries(Object.entries(attacks).map(([name, { refusedWith }]) => [name, refusedWith])),
    )
    expect(await differences(firm, model)).toEqual([])
  })
})

describe("M3 control", () => {
  it("M3 control: a line changed behind the ledger's back, or one posting more, is found out", async () => {
    const firm = await aFirm()
    const model = newModel()
    const sides = [
      { account: "1100", debit: "5" },
      { account: "4000", credit: "5" },
    ]
    await withKey(firm.system.key, "write", (db) =>
      post(
        db,
        { kind, sourceId: crypto.randomUUID(), sourceKey: "k", description: "", postedOn, currency: "USD", sides },
        "en",
      ),
    )
    expect(await differences(firm, model)).toEqual(["USD 1100", "USD 4000"])
    booked(model, "USD", sides, 1)
    expect(await differences(firm, model)).toEqual([])
    await database.begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update ledger_entries set debit = 6 where firm_id = ${firm.firm.id} and debit > 0`
    })
    expect(await differences(firm, model)).toEqual(["USD 1100", "USD does not balance"])
  })

  it("M3 control: the attacks succeed where there are no triggers", async () => {
    const id = crypto.randomUUID()
    const line = (n: number) => lines(id, id, [["1100", 5, 0, "USD"]], n)[0]!
    const sums = await database.begin(async (tx) => {
      // A temporary table is found before the real one.
      await tx`create temp table ledger_entries (like public.ledger_entries including defaults) on commit drop`
      await tx`insert into ledger_entries ${tx(line(1))}`
      await tx`insert into ledger_entries ${tx(line(1))}`
      await tx`update ledger_entries set debit = debit + 1`
      const [{ sum }] = await tx<[{ sum: string }]>`select sum(debit - credit)::float8 as sum from ledger_entries`
      await tx`truncate ledger_entries`
      const [{ left }] = await tx<[{ left: string }]>`select count(*)::int as left from ledger_entries`
      return { sum, left }
    })
    expect(sums).toEqual({ sum: 12, left: 0 })
  })
})
