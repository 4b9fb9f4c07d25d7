import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { hunks, patchPostgresJs } from "./patch-postgres-js.mjs"
import { root } from "./runtime.mjs"

let folder: string

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "postgres-js-")), "postgres")
  cpSync(join(root, "node_modules/postgres"), folder, { recursive: true })
  revert(() => true)
})

afterEach(() => rmSync(join(folder, ".."), { recursive: true }))

function revert(which: (file: string) => boolean) {
  for (const build of ["src", "cjs/src", "cf/src"])
    for (const hunk of hunks.filter(({ file }) => which(file))) {
      const file = join(folder, build, hunk.file)
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace(hunk.patched, () => hunk.original),
      )
    }
}

// The server process of a transaction dies; its callback, which nobody waits for any more, sends one more query when
// the same connection has been given to a transaction of somebody else.
const afterDeath = `
  import postgres from "./src/index.js"
  const url = process.env.MIGRATION_DATABASE_URL
  const killer = postgres(url, { max: 1, onnotice: () => {} })
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const signal = () => { let give; return [new Promise((resolve) => { give = resolve }), give] }
  const [taken, take] = signal()
  const [late, sent] = signal()
  const first = sql.begin(async (tx) => {
    const [{ pid }] = await tx\`select pg_backend_pid() as pid\`
    const dying = tx\`select pg_sleep(60)\`.catch(() => {})
    const queued = tx\`select 'queued' as answer\`.then(([row]) => row.answer, (error) => error.code)
    await killer\`select pg_terminate_backend(\${pid})\`
    await dying
    console.log("queued:", await queued)
    process.env.AT_ONCE || await taken
    await tx\`select current_setting('app.secret', true) as secret\`.then(
      ([row]) => console.log("late:", row.secret), (error) => console.log("late:", error.code))
    sent()
  })
  await first.catch((error) => console.log("first:", error.code))
  await sql.begin(async (tx) => {
    await tx\`select set_config('app.secret', 'of the second', true)\`
    take()
    await late
    const [row] = await tx\`select current_setting('app.secret', true) as secret\`
    console.log("second:", row.secret)
  })
  await Promise.all([sql.end(), killer.end()])
`

// Sixteen callers on four connections, one of which dies every few milliseconds: each answer must be the caller's own.
// What the server says of a connection it ends is not an answer, and the driver would print it.
const underFire = `
  import postgres from "./src/index.js"
  const url = process.env.MIGRATION_DATABASE_URL
  const application_name = "under fire " + process.pid
  const killer = postgres(url, { max: 1, onnotice: () => {} })
  const sql = postgres(url, { max: 4, backoff: 0.01, connection: { application_name }, onnotice: () => {} })
  let [kills, wrong, done, onDone] = [0, 0, 0, () => {}]
  const caller = async (name) => {
    while (kills < 100) await sql.begin(async (tx) => {
      await tx\`select set_config('app.caller', \${name}, true)\`
      const answers = await Promise.all([1, 2, 3].map((n) => tx\`select current_setting('app.caller') as name, \${n}::int as n\`))
      answers.forEach(([row], index) => { if (row.name !== name || row.n !== index + 1) wrong++ })
    }).then(() => { done++; onDone() }, () => {})
  }
  const kill = async () => {
    while (kills < 100) {
      await new Promise((resolve) => { onDone = resolve })
      kills += (await killer\`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = \${application_name} order by random() limit 1\`).length
    }
  }
  await Promise.all([kill(), ...Array.from({ length: 16 }, (_, n) => caller("caller " + n))])
  await Promise.all([1, 2, 3, 4].map(() => sql.begin((tx) => tx\`select 1\`.catch(() => {}))))
  console.log(JSON.stringify({ wrong, worked: done >= 100 }))
  await Promise.all([sql.end(), killer.end()])
`

function survive(env = {}, text = afterDeath) {
  const script = join(folder, "survive.mjs")
  writeFileSync(script, text)
  return spawnSync(process.execPath, [script], { encoding: "utf8", timeout: 15_000, env: { ...process.env, ...env } })
}

const sound = "queued: CONNECTION_CLOSED\nlate: CONNECTION_CLOSED\nsecond: of the second\n"

describe("the patch of postgres.js", () => {
  it("refuses a dead transaction's queries and leaves the connection to its next owner", () => {
    patchPostgresJs(folder)

    const { status, stdout, stderr } = survive()

    expect(stderr).toBe("")
    expect(stdout.replace(/^first: .*\n/m, "")).toBe(sound)
    expect(status).toBe(0)
  })

  it("keeps the process alive when the dead transaction asks while there is no connection", () => {
    patchPostgresJs(folder)

    const { status, stdout } = survive({ AT_ONCE: "1" })

    expect(stdout.replace(/^first: .*\n/m, "")).toBe(sound)
    expect(status).toBe(0)
  })

  it("keeps every answer with its question while connections die all the time", () => {
    patchPostgresJs(folder)

    const { status, stdout, stderr } = survive({}, underFire)

    expect(stderr).toBe("")
    expect(JSON.parse(stdout)).toEqual({ wrong: 0, worked: true })
    expect(status).toBe(0)
  })

  it("is still needed: without it the process dies or the second transaction is read by the first", () => {
    expect(survive({ AT_ONCE: "1" })).toMatchObject({ status: 1 })
    expect(survive().stdout).not.toContain("late: CONNECTION_CLOSED")
  })

  it("changes each build of the driver once", () => {
    expect([patchPostgresJs(folder), patchPostgresJs(folder)]).toEqual([21, 0])
  })

  it("refuses a driver it was not written for", () => {
    writeFileSync(join(folder, "cjs/src/connection.js"), "function nextWrite() {}")

    expect(() => patchPostgresJs(folder)).toThrow(/is not the postgres.js this patch was written for/)
  })
})
