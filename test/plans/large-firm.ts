import postgres from "postgres"
import { databaseUrl, driver, type Login } from "@/db/client"
import type { HostFirm } from "@/db/gate"
import { migrateDatabase } from "@/db/migrate"
import { loadCrowd, settle } from "@/db/seed/bulk/load"
import type { Key } from "@/db/tenant"
import type { Visit } from "@/lib/kernel/operation"
import { processWide } from "@/lib/platform/process-wide"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import type { Explained, Schema } from "./plan"
import { countTrips, type Trips } from "./trips"

const large = {
  members: 20,
  clients: 600,
  projects: 800,
  tasks: 3_000,
  entries: 8_000,
  invoices: 2_000,
  leads: 1_000,
  prospects: 600,
}
const neighbour = {
  members: 3,
  clients: 20,
  projects: 25,
  tasks: 100,
  entries: 260,
  invoices: 60,
  leads: 30,
  prospects: 20,
}
const neighbours = 49

export type LargeFirm = {
  sql: postgres.Sql
  schema: Schema
  as: Record<"workspace" | "portal", { key: Key; visit: Visit }>
  /** A row's id of a table in the firm, of the client whose person it is. */
  some(table: string): Promise<string>
  /** What the application's roles have run since the last call, with the plans it was run by. */
  explained(): Explained[]
  trips: Trips
  /** When everything is told: a plan comes when its statement is put away, which may be after the answer. */
  idle(): Promise<unknown>
  close(): Promise<void>
}

/** A database of its own, with statistics, in which the application's roles explain whatever they run. */
export async function largeFirm(): Promise<LargeFirm> {
  const ownerUrl = await emptyDatabase()
  await migrateDatabase(ownerUrl, process.env.DB_PASSWORD_SECRET!)
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await loadCrowd(sql, { from: 0, until: 0, size: large }, { passwordHash: "" })
  await loadCrowd(sql, { from: 1, until: neighbours, size: neighbour }, { passwordHash: "" })
  await settle(sql)
  await explainEverything(sql)

  const seen: Explained[] = []
  const trips = await countTrips(new URL(ownerUrl))
  process.env.DATABASE_URL = trips.url
  for (const login of ["app_firm", "app_portal"] as const) listen(login, seen)
  const [firm] = await sql<
    HostFirm[]
  >`select id, name, subdomain, portal_domain as "portalDomain", accent, locale, currency, logo_key as "logoKey",
    false as suspended from firms where subdomain = 'large'`
  return {
    sql,
    schema: await schemaOf(sql, firm!.id),
    as: { workspace: await person(sql, firm!, "workspace"), portal: await person(sql, firm!, "portal") },
    some: (table) => firstOf(sql, firm!.id, table),
    explained: () => seen.splice(0),
    trips,
    idle: () => Promise.all([driver("app_firm")`select 1`, driver("app_portal")`select 1`]),
    async close() {
      await trips.close()
      await sql.end()
    },
  }
}

async function emptyDatabase() {
  const url = new URL(process.env.MIGRATION_DATABASE_URL!)
  const admin = postgres(url.href, { max: 1, onnotice: () => {} })
  await admin`create database plans`
  await admin.end()
  url.pathname = "/plans"
  return url.href
}

async function explainEverything(sql: postgres.Sql) {
  const settings = {
    log_min_duration: "0",
    log_analyze: "on",
    log_timing: "off",
    log_format: "json",
    log_level: "notice",
  }
  for (const role of ["app_firm", "app_portal"]) {
    await sql.unsafe(`alter role ${role} in database plans set session_preload_libraries = 'auto_explain'`)
    for (const [name, value] of Object.entries(settings))
      await sql.unsafe(`alter role ${role} in database plans set auto_explain.${name} = '${value}'`)
  }
}

// The application takes the driver that is there; one connection, so that what is told comes in order.
function listen(login: Login, seen: Explained[]) {
  processWide(`driver.${login}`, () =>
    postgres(databaseUrl(login), {
      max: 1,
      onnotice({ message }) {
        const json = message?.match(/plan:\n(\{[\s\S]*\})/)?.[1]
        if (!json) return
        const { "Query Text": query, Plan: plan } = JSON.parse(json)
        seen.push({ query, plan })
      },
    }),
  )
}

async function schemaOf(sql: postgres.Sql, firmId: string): Promise<Schema> {
  const indexes = await sql<
    { index: string; lead: string }[]
  >`select i.relname as index, a.attname as lead from pg_index x
    join pg_class i on i.oid = x.indexrelid join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[0]
    where i.relnamespace = 'public'::regnamespace`
  const tables = await sql<{ table: string }[]>`select table_name as table from information_schema.columns
    where table_schema = 'public' and column_name = 'firm_id' order by 1`
  const large = new Set<string>()
  for (const { table } of tables) {
    const [row] = await sql<
      { count: number }[]
    >`select count(*)::integer as count from ${sql(table)} where firm_id = ${firmId}`
    if (row!.count > 500) large.add(table)
  }
  return {
    tables: new Set(tables.map(({ table }) => table)),
    large,
    leads: new Map(indexes.map(({ index, lead }) => [index, lead])),
  }
}

async function person(sql: postgres.Sql, firm: HostFirm, surface: "workspace" | "portal") {
  const secret = newSecret()
  const [who] =
    surface === "portal"
      ? await sql<
          { user: string; client: string }[]
        >`select user_id as user, client_id as client from portal_users where firm_id = ${firm.id} and user_id is not null`
      : await sql<
          { user: string; client: null }[]
        >`select user_id as user, null as client from members where firm_id = ${firm.id} and role = 'owner'`
  await sql`insert into auth.keys (hash, kind, surface, firm_id, client_id, user_id, expires_at)
    values (${sha256(secret)}, 'session', ${surface}, ${firm.id}, ${who!.client}, ${who!.user}, now() + interval '1 day')`
  const site = {
    kind: surface === "portal" ? ("portal" as const) : ("firm" as const),
    host: "large.localhost:3000",
    firm,
  }
  return {
    key: { surface, secret },
    visit: { site, ip: "127.0.0.1", userAgent: "plans", requestId: "plans" } satisfies Visit,
  }
}

async function firstOf(sql: postgres.Sql, firmId: string, table: string) {
  const [client] = await sql<
    { id: string }[]
  >`select client_id as id from portal_users where firm_id = ${firmId} and user_id is not null`
  const [column] =
    await sql`select 1 from information_schema.columns where table_schema = 'public' and table_name = ${table} and column_name = 'client_id'`
  const [row] =
    table === "clients"
      ? [client]
      : await sql<
          { id: string }[]
        >`select id from ${sql(table)} where firm_id = ${firmId} ${column ? sql`and client_id = ${client!.id}` : sql``} order by id limit 1`
  if (!row) throw new Error(`the large firm has no row in ${table}`)
  return row.id
}
