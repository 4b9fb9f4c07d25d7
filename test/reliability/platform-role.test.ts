import { randomUUID } from "node:crypto"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { databaseUrl } from "@/db/client"
import { plantKeys } from "@/db/isolation/contexts"
import { openDatabase } from "@/db/isolation/database"
import { plantRows } from "@/db/isolation/rows"

/** All that an operator's role may read, and all that it may call: metadata. What is not here must be denied. */
const readable = new Set(
  [
    "id",
    "name",
    "subdomain",
    "portal_domain",
    "currency",
    "created_at",
    "suspended_at",
    "members",
    "clients",
    "projects",
    "invoices",
    "last_active_at",
  ].map((column) => `platform.firms.${column}`),
)
const callable = new Set([
  "app.plain",
  "auth.demo_requests",
  "auth.end_all_my_sessions",
  "auth.end_my_session",
  "auth.enter",
  "auth.my_sessions",
  "auth.set_demo_request",
  "auth.set_suspended",
  "auth.touch",
  "platform.jobs",
])

let owner: postgres.Sql
let operator: postgres.Sql
let close: () => Promise<void>

beforeAll(async () => {
  ;({ owner, close } = await openDatabase(`platform_${randomUUID().slice(0, 8)}`))
  await plantKeys(owner)
  await plantRows(owner)
  operator = postgres(databaseUrl("app_platform"), { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await operator.end()
  await close()
})

type Column = { home: string; table: string; column: string }
const columns = () => owner<Column[]>`
  select n.nspname as home, c.relname as table, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped
     and n.nspname !~ '^(pg_|information_schema)' order by 1, 2, 3`

/** Reads every column of every table and view as an operator: sentences about each that is not denied. */
async function contentRead(): Promise<{ found: string[]; tried: number }> {
  const found: string[] = []
  const all = await columns()
  for (const { home, table, column } of all) {
    const name = `${home}.${table}.${column}`
    const code = await operator
      .begin(async (tx) => {
        await tx`select * from auth.enter('operator')`
        await tx`select ${tx(column)} from ${tx(home)}.${tx(table)} limit 1`
        return "read"
      })
      .catch((error: postgres.PostgresError) => error.code)
    if (readable.has(name) ? code !== "read" : code !== "42501") found.push(`${name}: ${code}`)
  }
  return { found, tried: all.length }
}

const functionsOpen = async () =>
  (
    await owner<{ name: string }[]>`
      select distinct n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('app', 'auth', 'platform', 'public') and has_function_privilege('app_platform', p.oid, 'execute')
         and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`
  ).map(({ name }) => name)

describe("I7 the platform's role", () => {
  it("is denied every column of every table, and reads the metadata views alone", async () => {
    const { found, tried } = await contentRead()
    expect(found).toEqual([])
    expect(tried).toBeGreaterThan(300)
  })

  it("may call nothing but what operators do", async () => {
    expect((await functionsOpen()).filter((name) => !callable.has(name))).toEqual([])
  })

  it.each([
    ["a column granted", "grant select (name) on clients to app_platform", /public\.clients\.name: read/],
    [
      "a view that shows content",
      "create or replace view platform.leaky as select body from notes",
      /platform\.leaky\.body: read/,
    ],
    [
      "a key's hash",
      "grant usage on schema auth to app_platform; grant select on auth.keys to app_platform",
      /auth\.keys\.hash: read/,
    ],
  ])("is caught with %s", async (_name, plant, wanted) => {
    await owner.unsafe(plant)
    if (plant.includes("leaky")) await owner.unsafe("grant select on platform.leaky to app_platform")
    const { found } = await contentRead()
    await owner.unsafe(
      "revoke select (name) on clients from app_platform; revoke select on auth.keys from app_platform; drop view if exists platform.leaky",
    )
    expect(found.join("\n")).toMatch(wanted)
  })

  it("is caught with a function that reads for it", async () => {
    await owner.unsafe("grant execute on function auth.api_keys() to app_platform")
    const open = await functionsOpen()
    await owner.unsafe("revoke execute on function auth.api_keys() from app_platform")
    expect(open.filter((name) => !callable.has(name))).toEqual(["auth.api_keys"])
  })
})
