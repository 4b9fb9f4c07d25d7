import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import type postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { driver } from "@/db/client"
import { plantKeys } from "@/db/isolation/contexts"
import { openDatabase } from "@/db/isolation/database"
import { firmOf, idOf, plantRows, tables, userOf } from "@/db/isolation/rows"
import { type TenantDb, withKey } from "@/db/tenant"

let owner: postgres.Sql
let close: () => Promise<void>
let corpus: string[]

beforeAll(async () => {
  ;({ owner, close } = await openDatabase(`injection_${randomUUID().slice(0, 8)}`))
  await plantKeys(owner)
  await plantRows(owner)
  await owner`update auth.users set password_hash = 'hash-of-' || name || ' B1'`
  await owner.unsafe("analyze")
  corpus = await attacks()
}, 120_000)
afterAll(() => close())

const theirs = firmOf("B1")
/** What only rows of firm B, keys, passwords and the server's files hold. */
const foreign = /\b[a-z_]+ B1\b|hash-of-|root:x:0:0|\\x[0-9a-f]{64}/

/** What sqlmap and its like send: unions with every table, every catalogue and every function, and ways to change who one is. */
async function attacks(): Promise<string[]> {
  const relations = await owner<{ name: string }[]>`
    select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_(toast|temp)'`
  const functions = await owner<{ name: string; types: string[] }[]>`
    select n.nspname || '.' || p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes) t) as types
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('app', 'auth', 'platform', 'graphile_worker', 'public') and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype`
  const argument = (type: string) =>
    type === "uuid"
      ? `'${theirs}'::uuid`
      : type === "bytea"
        ? "'\\x00'::bytea"
        : /^(text|character)/.test(type)
          ? "'firm-b'"
          : `null::${type}`
  const unions = [
    ...relations.map(({ name }) => `(select string_agg(t::text, ' ') from ${name} t)`),
    ...functions.map(
      ({ name, types }) => `(select string_agg(f::text, ' ') from ${name}(${types.map(argument).join(", ")}) f)`,
    ),
    ...tables
      .slice(0, 8)
      .map(
        (_, at) =>
          `(select string_agg(t::text, ' ') from ${["clients", "leads", "invoices", "members", "messages", "payments", "notes", "firms"][at]} t where ${at === 7 ? "id" : "firm_id"} = '${theirs}')`,
      ),
    "query_to_xml('select * from clients', true, false, '')::text",
    `query_to_xml($q$select set_config('app.firm_id', '${theirs}', true)$q$, true, false, '')::text`,
    "query_to_xml('set local app.firm_id to default', true, false, '')::text",
    "database_to_xml(true, false, '')::text",
    "schema_to_xml('public', true, false, '')::text",
    "table_to_xml('auth.keys', true, false, '')::text",
    "(select string_agg(word, ' ') from ts_stat('select to_tsvector(password_hash) from auth.users'))",
    "pg_read_file('/etc/passwd')",
    "pg_read_file('postgresql.conf')",
    "pg_read_binary_file('/etc/passwd')::text",
    "(select string_agg(f, ' ') from pg_ls_dir('/etc') f)",
    "lo_get(lo_import('/etc/passwd'))::text",
    "(select string_agg(d::text, ' ') from dblink('dbname=postgres', 'select 1') as d(x text))",
    `set_config('app.firm_id', '${theirs}', true) || (select string_agg(c::text, ' ') from clients c)`,
    `set_config('role', 'app_auth', true) || (select string_agg(c::text, ' ') from auth.keys c)`,
    `(select string_agg(c::text, ' ') from clients c, lateral (select set_config('app.firm_id', '${theirs}', true)) s)`,
  ]
  const changes = [
    `set local app.firm_id = '${theirs}'; select name from clients`,
    `set app.firm_id = '${theirs}'; select name from clients`,
    `set role app_auth; select password_hash from auth.users`,
    "set session authorization app_auth; select password_hash from auth.users",
    "reset session authorization; select name from clients",
    `do $$ begin execute 'set local app.firm_id = ''${theirs}'''; end $$; select name from clients`,
    `update pg_settings set setting = '${theirs}' where name = 'app.firm_id'; select name from clients`,
    "alter table clients disable row level security; select name from clients",
    "create function public.f() returns text language sql security definer as 'select 1'; select 'x'",
    "set row_security = off; select name from clients",
    "copy clients to '/tmp/x'; select 'x'",
    "copy clients to program 'cat'; select 'x'",
    "create temp table x as select * from clients; select x::text from x",
    `insert into notes (firm_id, id, client_id, body, created_at, updated_at) values ('${theirs}', gen_random_uuid(), '${idOf("clients", "B1")}', 'x', now(), now()); select 'x'`,
    `delete from clients where firm_id = '${theirs}'; select 'x'`,
    `update clients set name = 'taken' where firm_id = '${theirs}'; select name from clients`,
    `select auth.end_sessions_of('${userOf("staff B1")}'::uuid); select 'x'`,
    "commit; begin; select name from clients",
  ]
  return [
    ...unions.map((value) => `' union select (${value})::text -- `),
    ...unions.map((value) => `' and 1 = cast((${value})::text as integer) -- `), // an error that quotes it
    ...changes.map((statement) => `'; ${statement} -- `),
  ]
}

type Look = (text: string) => Promise<unknown>
/** The planted hole: what a person typed becomes part of the statement. */
const hole = (typed: string) => `select name from clients where name ilike '%${typed}%'`

/** Everything that came back for an attack, the words of its error included. */
async function answerTo(attack: string, look: (typed: string) => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await look(attack))
  } catch (error) {
    const all: string[] = []
    for (let e: unknown = error; e instanceof Error; e = e.cause) all.push(e === error && e.cause ? "" : e.message)
    return all.join(" ")
  }
}

/** The real way to the rows of firm A, in a transaction that may write. */
const throughTenant: Look = (typed) =>
  withKey({ surface: "workspace", secret: "staff-a" }, "write", (db: TenantDb) => db.execute(sql.raw(hole(typed))))

/** The protocol that takes several statements in one text: nothing of ours speaks it, and this is why. */
const throughSimpleProtocol: Look = (typed) =>
  driver("app_firm").begin(async (tx) => {
    await tx`select * from auth.enter('staff-a')`
    return tx.unsafe(hole(typed)).simple()
  })

async function leaks(look: Look): Promise<string[]> {
  const found: string[] = []
  for (const attack of corpus) {
    // Some attacks end the attacker's own session: the next one starts signed in again.
    await owner`update auth.keys set revoked_at = null where hash = sha256('staff-a') and revoked_at is not null`
    const answer = await answerTo(attack, look)
    if (answer === "no session" && !attack.includes("auth.enter"))
      throw new Error(`${attack} was not tried: the session had ended`)
    if (foreign.test(answer.replaceAll(attack, ""))) found.push(`${attack} → ${answer.match(foreign)?.[0]}`)
  }
  return found
}

const ofFirmB = async () => {
  const rows: string[] = []
  for (const name of ["clients", "notes", "members", "invoices"])
    rows.push(
      ...(await owner.unsafe(`select t::text as row from ${name} t where firm_id = '${theirs}' order by 1`)).map(
        ({ row }) => row,
      ),
    )
  return [
    ...rows,
    ...(await owner`select k::text as row from auth.keys k where firm_id = ${theirs} order by 1`).map(({ row }) => row),
  ]
}

describe("I4 a statement with a person's text pasted into it", () => {
  it("gives away no row of another firm, no secret and no file, and changes nothing of theirs", async () => {
    const before = await ofFirmB()
    expect(JSON.stringify(await throughTenant("name A1"))).toContain("name A1")
    expect(await leaks(throughTenant)).toEqual([])
    expect(await ofFirmB()).toEqual(before)
    expect(corpus.length).toBeGreaterThan(500)
  }, 120_000)

  it("would give them away where several statements may be sent in one text", async () => {
    expect((await leaks(throughSimpleProtocol)).join("\n")).toMatch(/set local app\.firm_id/)
  }, 120_000)

  it("would give them away where everybody may say which firm it is", async () => {
    await owner.unsafe("grant execute on function pg_catalog.set_config(text, text, boolean) to app_firm")
    const found = await leaks(throughTenant)
    await owner.unsafe("revoke execute on function pg_catalog.set_config(text, text, boolean) from app_firm")
    expect(found.join("\n")).toMatch(/set_config/)
  }, 120_000)
})
