// A server of one's own is dumped by its own major's pg_dump, in one snapshot, of which every row is counted and hashed.
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { root } from "../runtime.mjs"
import { typescript } from "../typescript.mjs"
import { Refused } from "./command.mjs"
import { copyFile, nowhere, putBack, treeOf } from "./files.mjs"
import { differences, fingerprint } from "./fingerprint.mjs"

export async function dump({ url }, { to, count }) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [{ version }] = await sql`select current_setting('server_version') as version`
    const program = toolOf("pg_dump", version)
    const state = await sql.begin("isolation level repeatable read read only", async (snapshot) => {
      const [{ name }] = await snapshot`select pg_export_snapshot() as name`
      const options = ["--format=directory", "--jobs=2", `--snapshot=${name}`, `--file=${join(to, "dump")}`]
      await execute(program, options, url)
      return fingerprint(snapshot)
    })
    const { files } = treeOf(join(to, "dump"))
    return { server: version, state, files: await hashed(to, "dump", files, count) }
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Restores into a database that is empty, and answers only when its schema and rows are those of the dump. */
export async function restoreDump(from, manifest, { given, count }) {
  const url = given.MIGRATION_DATABASE_URL || given.DATABASE_URL
  if (!url) throw new Refused("This backup is a pg_dump: name the empty database that it goes into with DATABASE_URL.")
  await putBack(from, manifest, "dump", (source) => copyFile(source, nowhere), count)
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [{ version, tables }] = await sql`select current_setting('server_version') as version,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind in ('r', 'p', 'v')
        and nspname not in ('pg_catalog', 'information_schema') and nspname not like 'pg\\_%') as tables`
    if (tables > 0)
      throw new Refused(`That database is not empty: it has ${tables} tables and views. Nothing was changed.`)
    // Roles belong to the server, not to the database: they are made first.
    await sql.unsafe(readFileSync(join(root, "db/sql/before.sql"), "utf8"))
    const options = ["--clean", "--if-exists", "--exit-on-error", "--jobs=2", `--dbname=${withoutPassword(url)}`]
    await execute(toolOf("pg_restore", version), [...options, join(from, "dump")], url)
    const differing = differences(manifest.state, await sql.begin(fingerprint))
    if (differing.length > 0) {
      const some = differing.slice(0, 5).join(", ")
      throw new Refused(`What was restored differs from what was backed up in ${differing.length} places: ${some}.`)
    }
    if (given.DB_PASSWORD_SECRET) await migrate(url, given)
    return `${Object.keys(manifest.state).length} objects and tables equal`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

// pg_dump wrote these itself: they are read once more for their hashes.
async function hashed(to, prefix, paths, count) {
  const entries = []
  for (const path of paths) {
    const read = await copyFile(join(to, prefix, path), nowhere)
    count.add(read.size)
    entries.push({ path: `${prefix}/${path}`, ...read })
  }
  return entries
}

/** The program of the server's own major, or a newer one: an older refuses. */
function toolOf(name, version) {
  const major = Number.parseInt(version, 10)
  const places = [
    process.env.PG_BIN,
    `/usr/lib/postgresql/${major}/bin`,
    `/usr/pgsql-${major}/bin`,
    "/usr/bin",
    "/usr/local/bin",
  ]
  const found = places
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path))
  const majorOf = (path) =>
    Number(/(\d+)(\.\d+)*\s*(\(|$)/m.exec(spawnSync(path, ["--version"], { encoding: "utf8" }).stdout)?.[1])
  const fitting = found.find((path) => majorOf(path) >= major)
  if (fitting) return fitting
  const here = found.length > 0 ? `the one here is ${majorOf(found[0])}` : "there is none here"
  throw new Refused(
    `The server is PostgreSQL ${major}, and ${name} must not be older: ${here}. Install postgresql-client-${major}, or name its folder with PG_BIN.`,
  )
}

function execute(program, options, url) {
  const { password } = new URL(url)
  const args = program.endsWith("pg_dump") ? [...options, `--dbname=${withoutPassword(url)}`] : options
  const env = { PATH: process.env.PATH, LC_ALL: "C.UTF-8", PGPASSWORD: decodeURIComponent(password) }
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "inherit", "pipe"] })
    let said = ""
    child.stderr.on("data", (text) => {
      said = (said + text).slice(-2_000)
    })
    child.once("error", reject)
    child.once("close", (code) => (code === 0 ? resolve() : reject(new Refused(`${program} failed: ${said.trim()}`))))
  })
}

// Arguments are seen by every account of the machine.
function withoutPassword(address) {
  const url = new URL(address)
  url.password = ""
  return url.href
}

function migrate(url, given) {
  const env = { ...given, MIGRATION_DATABASE_URL: url }
  const { status, stderr } = spawnSync(process.execPath, typescript("db/migrate.ts"), {
    cwd: root,
    env,
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`the migrations failed: ${stderr}`)
}
