import { spawnSync } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { migrateDatabase } from "@/db/migrate"
import { freePort } from "../ports.mjs"
import { programOptions, unprivileged } from "../postgres-files.mjs"
import { backup } from "./backup.mjs"
import { restore } from "./restore.mjs"

// A server of one's own with its pg_dump, as Debian has it.
const places = existsSync("/usr/lib/postgresql")
  ? readdirSync("/usr/lib/postgresql").map((major) => `/usr/lib/postgresql/${major}/bin`)
  : []
const bin = places.find((folder) =>
  ["initdb", "pg_ctl", "pg_dump", "pg_restore"].every((name) => existsSync(join(folder, name))),
)

const folder = mkdtempSync("/var/tmp/dump-")
const account = unprivileged()
const data = join(folder, "data")
const secret = "only-for-this-test-roles-password"
let port: number
const url = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
const given = (name: string) => ({
  ...process.env,
  DATABASE_URL: url(name),
  MIGRATION_DATABASE_URL: "",
  DB_PASSWORD_SECRET: secret,
  S3_BUCKET: "",
  STORAGE_DIR: join(folder, `files-${name}`),
})
const runs = (name: string, ...args: string[]) => {
  const result = spawnSync(join(bin!, name), args, programOptions(account))
  if (result.status !== 0) throw new Error(`${name}: ${result.stderr}`)
}
const on = async (name: string, text: string) => {
  const sql = postgres(url(name), { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(text)
  } finally {
    await sql.end()
  }
}

beforeAll(async () => {
  if (!bin) return
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid!)
  port = await freePort()
  runs("initdb", "-D", data, "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
  runs("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", `-p ${port} -k '' -F`, "start")
  for (const name of ["source", "target", "used"]) await on("postgres", `create database ${name}`)
  await migrateDatabase(url("source"), secret)
  await on(
    "source",
    `insert into firms (id, name, subdomain, currency, time_zone, created_at, updated_at)
      select gen_random_uuid(), 'Firm ' || n, 'firm' || n, 'USD', 'UTC', now(), now() from generate_series(1, 200) n`,
  )
})
afterAll(() => {
  if (bin) runs("pg_ctl", "-D", data, "-m", "immediate", "stop")
  rmSync(folder, { recursive: true, force: true })
})

describe.runIf(bin)("a dump of a server of one's own", () => {
  it("restores to an equal database: rows, rights, policies and functions, compared one by one", async () => {
    const to = mkdtempSync(join(tmpdir(), "dump-"))
    await backup({ to }, given("source"))
    await restore({ from: to, "data-dir": join(folder, "restored") }, given("target"))
    const [{ firms }] = (await on("target", "select count(*)::int as firms from firms")) as never as [{ firms: number }]
    expect(firms).toBe(200)

    await expect(restore({ from: to, "data-dir": join(folder, "again") }, given("target"))).rejects.toThrow("not empty")

    // The control: one row of another content than was noted.
    const file = join(to, "backup.json")
    const manifest = JSON.parse(readFileSync(file, "utf8"))
    manifest.state["rows of public.firms"] = "200 rows, 1 2"
    writeFileSync(file, JSON.stringify(manifest))
    await expect(restore({ from: to, "data-dir": join(folder, "used") }, given("used"))).rejects.toThrow(
      "differs from what was backed up in 1 places: rows of public.firms",
    )
    rmSync(to, { recursive: true })
  }, 120_000)
})

describe.runIf(bin)("a server newer than the pg_dump at hand", () => {
  it("is refused in a sentence that says what to install", async () => {
    const to = join(folder, "newer")
    const newest = Number(
      places
        .map((place) => place.split("/")[4])
        .sort()
        .at(-1),
    )
    const [{ major }] = await mine()
    if (newest >= major) return
    await expect(backup({ to }, { ...process.env, S3_BUCKET: "" })).rejects.toThrow(
      `Install postgresql-client-${major}`,
    )
  })
})

async function mine() {
  const sql = postgres(process.env.MIGRATION_DATABASE_URL!, { max: 1 })
  try {
    return (await sql`select current_setting('server_version_num')::int / 10000 as major`) as never as [
      { major: number },
    ]
  } finally {
    await sql.end()
  }
}
