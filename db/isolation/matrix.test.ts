import { randomUUID } from "node:crypto"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Attempt, attempt, attempts, type TableShape } from "./attempts"
import { contexts, openLogins, plantKeys } from "./contexts"
import { inspectTables, openDatabase } from "./database"
import { firmOf, idOf, plantRows } from "./rows"

/** Tables whose rows are one person's, not their firm's. */
const personal = new Set(["notifications"])

let owner: postgres.Sql
let logins: ReturnType<typeof openLogins>
let shapes: TableShape[]
let close: () => Promise<void>

// A database of its own: leaks are planted in it.
beforeAll(async () => {
  ;({ owner, close } = await openDatabase(`matrix_${randomUUID().slice(0, 8)}`))
  await plantKeys(owner)
  await plantRows(owner)
  shapes = await inspectTables(owner)
  logins = openLogins()
})
afterAll(async () => {
  await Promise.all([...logins.values()].map((sql) => sql.end()))
  await close()
})

async function leaks(tables: TableShape[], tried: Attempt[] = attempts) {
  const found: string[] = []
  for (const table of tables)
    for (const context of contexts)
      for (const one of tried) {
        for (const what of await attempt(logins.get(context.login)!, context, one, table)) {
          found.push(`${context.name} could ${one.name} of ${table.name}: ${what}`)
        }
      }
  return found
}

describe("every table, tried in every way by everybody", () => {
  it("gives nobody a row that isn't theirs", async () => {
    expect(shapes.length).toBeGreaterThan(30)
    expect(await leaks(shapes)).toEqual([])
  }, 60_000)

  it("gives the firm's own people every row of theirs", async () => {
    for (const { name } of shapes) {
      for (const [secret, mine] of [
        ["staff-a", "A1"],
        ["staff-b", "B1"],
      ] as const) {
        const count = await logins.get("app_firm")!.begin(async (tx) => {
          await tx`select * from auth.enter(${secret})`
          const [row] = await tx<{ count: number }[]>`select count(*)::int as count from ${tx(name)}`
          return row!.count
        })
        const all = mine === "A1" && name !== "firms" && !personal.has(name) ? 2 : 1
        expect({ name, secret, count }).toEqual({ name, secret, count: all })
      }
    }
  })

  it("gives a client what the portal shows, and no more than its own", async () => {
    const shown = await owner<
      { name: string }[]
    >`select tablename as name from pg_policies where policyname = 'portal_reads'`
    const linkOnly = new Set(["lead_forms", "idempotency_keys"])
    expect(shown.length).toBeGreaterThan(12)
    for (const { name } of shown.filter(({ name }) => !linkOnly.has(name))) {
      const ids = await logins.get("app_portal")!.begin(async (tx) => {
        await tx`select * from auth.enter('client-a1')`
        return (await tx<{ id: string }[]>`select id from ${tx(name)}`).map(({ id }) => id)
      })
      expect({ name, ids }).toEqual({ name, ids: [idOf(name, "A1")] })
    }
  })

  it("gives a person what is theirs alone, and a colleague nothing of it", async () => {
    for (const name of personal) {
      const seen = async (login: "app_firm" | "app_portal", secret: string) =>
        logins.get(login)!.begin(async (tx) => {
          await tx`select * from auth.enter(${secret})`
          return (await tx<{ id: string }[]>`select id from ${tx(name)}`).map(({ id }) => id)
        })
      expect(await seen("app_firm", "staff-a")).toEqual([idOf(name, "A1")])
      expect(await seen("app_portal", "client-a1")).toEqual([])
      expect(await seen("app_portal", "client-a2")).toEqual([idOf(name, "A2")])
      expect(await seen("app_portal", "link-a1")).toEqual([])
    }
  })

  it("opens with a link its own record only", async () => {
    const seen = await logins.get("app_portal")!.begin(async (tx) => {
      await tx`select * from auth.enter('link-a1')`
      const [proposals, lines, invoices, clients] = [
        await tx`select id from proposals`,
        await tx`select id from proposal_lines`,
        await tx`select id from invoices`,
        await tx`select id from clients`,
      ]
      return {
        proposals: proposals.map(({ id }) => id),
        lines: lines.length,
        invoices: invoices.length,
        clients: clients.length,
      }
    })
    expect(seen).toEqual({ proposals: [idOf("proposals", "A1")], lines: 1, invoices: 0, clients: 0 })
  })

  it("never lets SQL name another firm", async () => {
    await expect(
      logins.get("app_firm")!.begin(async (tx) => {
        await tx`select * from auth.enter('staff-a')`
        await tx`select set_config('app.firm_id', ${firmOf("B1")}, true)`
      }),
    ).rejects.toMatchObject({ code: "42501" })
  })
})

describe("the matrix finds what is planted:", () => {
  const planted: [string, string[], string[]][] = [
    [
      "a table without row security",
      ["create table leaky as select * from notes", "grant select on leaky to app_portal"],
      ["drop table leaky"],
    ],
    [
      "a policy for every firm",
      ["alter policy staff on notes using (true)"],
      ["alter policy staff on notes using (firm_id = (select current_setting('app.firm_id')::uuid))"],
    ],
    [
      "a portal policy that forgets the client",
      ["alter policy portal_reads on projects using (firm_id = (select current_setting('app.firm_id')::uuid))"],
      [],
    ],
    ["an insert unchecked", ["alter policy staff on notes with check (true)"], []],
    [
      "row security switched off",
      ["alter table notes disable row level security"],
      ["alter table notes enable row level security"],
    ],
    [
      "rows for the gate's role",
      ["grant select on notes to app_gate", "create policy wide on notes to app_gate using (true)"],
      ["drop policy wide on notes"],
    ],
  ]
  it.each(planted)("%s", async (_name, plant, remove) => {
    for (const statement of plant) await owner.unsafe(statement)
    const names = ["notes", "projects", "leaky"]
    const found = await leaks((await inspectTables(owner)).filter(({ name }) => names.includes(name)))
    for (const statement of remove) await owner.unsafe(statement)
    expect(found).not.toEqual([])
  })
})
