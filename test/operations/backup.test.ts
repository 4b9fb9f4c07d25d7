import { randomBytes, randomUUID } from "node:crypto"
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { localStorage } from "@/lib/platform/storage-local"
import { backup } from "../../bin/parts/backup/backup.mjs"
import { differences, fingerprint } from "../../bin/parts/backup/fingerprint.mjs"
import { restore } from "../../bin/parts/backup/restore.mjs"
import { embeddedPostgres, removeEmbeddedPostgres } from "../../bin/parts/postgres.mjs"
import { folder } from "./folders"
import { sizes } from "./sizes"

const dataDirs = { quiet: folder("quiet"), busy: folder("busy"), copy: folder("copy") }
const server = embeddedPostgres({ folder: dataDirs.quiet })
let sql: postgres.Sql

beforeAll(async () => {
  remove(dataDirs.copy)
  await restore({ from: folder("backup"), "data-dir": dataDirs.quiet }, {})
  await server.start()
  sql = postgres(server.superuserUrl, { max: 8, onnotice: () => {} })
})
afterAll(async () => {
  await sql.end({ timeout: 5 })
  await server.stop()
  for (const path of Object.values(dataDirs)) remove(path)
})

function remove(path: string) {
  removeEmbeddedPostgres(path)
  rmSync(path, { recursive: true, force: true })
}

const stateOf = (connection: postgres.Sql) =>
  connection.begin((tx) => fingerprint(tx)) as Promise<Record<string, string>>

/** Looks at what a folder holds, with a server of its own. */
async function inside<T>(dataDir: string, look: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const its = embeddedPostgres({ folder: dataDir })
  await its.start()
  const connection = postgres(its.superuserUrl, { max: 1, onnotice: () => {} })
  try {
    return await look(connection)
  } finally {
    await connection.end({ timeout: 5 })
    await its.stop()
  }
}

/** What the application has stored, as its storage in a folder keeps it. */
async function store(dataDir: string) {
  const storage = localStorage(join(dataDir, "files"))
  const keys = Array.from({ length: 5 }, () => `${randomUUID()}/documents/${randomUUID()}.pdf`)
  for (const key of keys) await storage.put(key, randomBytes(100_000), { contentType: "application/pdf" })
  return { keys }
}

const filesOf = (dataDir: string) =>
  readdirSync(join(dataDir, "files"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("incoming"))
    .map((entry) => [
      join(entry.parentPath, entry.name).slice(dataDir.length),
      readFileSync(join(entry.parentPath, entry.name), "base64"),
    ])
    .sort()

describe("a backup of the running demo", () => {
  it("restores to the same schema, rows and files, every one", async () => {
    const to = mkdtempSync(join(tmpdir(), "backup-"))
    const { keys } = await store(dataDirs.quiet)
    const before = await stateOf(sql)
    await backup({ to, "data-dir": dataDirs.quiet }, {})
    await restore({ from: to, "data-dir": dataDirs.copy }, {})

    const after = await inside(dataDirs.copy, async (restored) => {
      const same = await stateOf(restored)
      // The control: one value of one row, one grant, one policy, and the comparison names them.
      await restored`update clients set name = name || '.' where ctid = (select ctid from clients limit 1)`
      await restored`revoke select on invoices from app_firm`
      await restored`drop policy ${restored((await restored`select policyname from pg_policies where tablename = 'leads'`)[0]!.policyname)} on leads`
      return { same, changed: await stateOf(restored) }
    })
    expect(differences(before, after.same)).toEqual([])
    expect(Object.keys(before).filter((name) => name.startsWith("rows of ")).length).toBeGreaterThan(40)
    expect(differences(before, after.changed)).toEqual([
      "grant public.invoices",
      expect.stringMatching(/^policy public\.leads\./),
      "rows of public.clients",
    ])
    expect(filesOf(dataDirs.copy)).toEqual(filesOf(dataDirs.quiet))
    const stored = localStorage(join(dataDirs.copy, "files"))
    for (const key of keys) expect(await stored.head(key)).toEqual({ size: 100_000, contentType: "application/pdf" })
    await stored.remove(keys[0]!)
    expect(filesOf(dataDirs.copy)).not.toEqual(filesOf(dataDirs.quiet))
    rmSync(to, { recursive: true })
  })

  it("holds the state of one moment, though rows are written all the while", async () => {
    const to = mkdtempSync(join(tmpdir(), "backup-"))
    await sql`create table drill (writer int, n int, twin int, filler text, primary key (writer, n, twin))`
    const written = Array.from({ length: sizes(4, 8) }, () => 0)
    let writing = true
    const writers = written.map(async (_, writer) => {
      while (writing) {
        const n = written[writer]! + 1
        // Both rows or none.
        await sql.begin((tx) => [
          tx`insert into drill values (${writer}, ${n}, 1, ${"x".repeat(500)})`,
          tx`insert into drill values (${writer}, ${n}, 2, ${"y".repeat(500)})`,
        ])
        written[writer] = n
      }
    })
    while (written.some((n) => n < 50)) await sql`select 1`
    const acknowledged = [...written]
    await backup({ to, "data-dir": dataDirs.quiet }, {})
    writing = false
    await Promise.all(writers)
    await restore({ from: to, "data-dir": dataDirs.busy }, {})

    const rows = await inside(dataDirs.busy, async (restored) => {
      // Each index agrees with its table.
      await restored`create extension if not exists amcheck`
      await restored`select bt_index_check(c.oid, true) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
        where a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid`
      return restored`select writer, count(*)::int as rows, count(distinct n)::int as transactions, max(n) as last from drill group by 1 order by 1`
    })
    expect(rows).toHaveLength(written.length)
    for (const { writer, rows: found, transactions, last } of rows) {
      expect(found).toBe(2 * last)
      expect(transactions).toBe(last)
      expect(last).toBeGreaterThanOrEqual(acknowledged[writer]!)
      expect(last).toBeLessThanOrEqual(written[writer]!)
    }
    expect(
      rows.reduce((sum, { last }) => sum + last, 0),
      "something was written during the backup",
    ).toBeGreaterThan(acknowledged.reduce((sum, n) => sum + n, 0))
    rmSync(to, { recursive: true })
  })
})

describe("a damaged backup", () => {
  const copy = () => {
    const to = mkdtempSync(join(tmpdir(), "damaged-"))
    cpSync(folder("backup"), to, { recursive: true })
    return to
  }
  const someRows = (from: string) => {
    const { files } = JSON.parse(readFileSync(join(from, "backup.json"), "utf8")) as {
      files: { path: string; size: number }[]
    }
    return files.filter(({ path }) => /^base\/base\/\d+\/\d+$/.test(path)).sort((a, b) => b.size - a.size)[0]!.path
  }
  it.each([
    ["a file of rows is missing", (from: string) => rmSync(join(from, someRows(from))), /is missing in the backup/],
    [
      "a file of rows has a byte more",
      (from: string) => appendFileSync(join(from, someRows(from)), "\0"),
      /changed or damaged/,
    ],
    [
      "the log is missing",
      (from: string) => rmSync(join(from, "wal", readdirSync(join(from, "wal"))[0]!)),
      /wal.* is missing/,
    ],
    ["it was never finished", (from: string) => rmSync(join(from, "backup.json")), /no whole backup/],
  ])("is refused: %s", async (_, damage, sentence) => {
    const from = copy()
    damage(from)
    remove(dataDirs.copy)
    await expect(restore({ from, "data-dir": dataDirs.copy }, {})).rejects.toThrow(sentence)
    rmSync(from, { recursive: true })
  })
})

describe("what is there", () => {
  it("is written over by no backup and no restore", async () => {
    await expect(backup({ to: folder("backup"), "data-dir": dataDirs.quiet }, {})).rejects.toThrow(
      "writes over nothing",
    )
    await expect(restore({ from: folder("backup"), "data-dir": dataDirs.quiet }, {})).rejects.toThrow(
      "writes over nothing",
    )
    expect(existsSync(join(folder("backup"), "backup.json"))).toBe(true)
  })
})
