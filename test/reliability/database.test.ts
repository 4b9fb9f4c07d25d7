import "./own-server"
import type { ChildProcess } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import postgres from "postgres"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { closeDatabase } from "@/db/client"
import { accessTokens } from "@/lib/kernel/credential"
import { aFirm, owner as database } from "../given"
import { server as postgresServer, stopServer } from "./own-server"
import { aServer } from "./processes"
import { limit, report, size } from "./sizes"
import { workers } from "./workers"

let app: Awaited<ReturnType<typeof aServer>>
beforeAll(async () => {
  app = await aServer()
})
afterAll(async () => {
  await app.stop()
  await closeDatabase()
  await database.end({ timeout: 1 })
  await stopServer()
})

/** Every process of the database server, its children first told by the system, not by the server. */
function family(): number[] {
  const postmaster = (postgresServer as unknown as { child: ChildProcess }).child.pid!
  const children = readdirSync("/proc").filter((entry) => {
    if (!/^\d+$/.test(entry)) return false
    try {
      const [, parent] = readFileSync(`/proc/${entry}/stat`, "utf8").split(") ").at(-1)!.split(" ")
      return Number(parent) === postmaster
    } catch {
      return false // it has just ended
    }
  })
  return [postmaster, ...children.map(Number)]
}

function killDatabase() {
  for (const pid of family()) {
    try {
      process.kill(pid, "SIGKILL")
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
    }
  }
}

/** 32 writers at a firm's API while the database is killed; what was acknowledged, and how long nothing was. */
async function underKills({ firm, owner }: Awaited<ReturnType<typeof aFirm>>, kills: number) {
  const { key, userId, visit } = owner
  const token = await accessTokens.issue({ jti: key.secret, sub: userId, surface: "workspace", firm: null })
  const ask = (path: string, body?: object) =>
    fetch(`${app.address}/api/v1${path}`, {
      method: body ? "POST" : "GET",
      headers: { "x-site-host": visit.site.host, authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    })
  const acknowledged: string[] = []
  const waiting = new Set<(begun: number) => void>()
  let refusals = 0
  let done = false
  const writing = workers(32, async (lane) => {
    for (let n = 0; !done; n++) {
      const begun = performance.now()
      const name = `written ${lane} ${n}`
      const { status } = await ask("/clients/clients", { name }).then(async (answer) => {
        await answer.arrayBuffer()
        return answer
      })
      if (status === 201) {
        acknowledged.push(name)
        for (const look of waiting) look(begun)
      } else if (status !== 503) throw new Error(`a writer was answered ${status}`)
      else {
        refusals++
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
  })
  /** Settles when so many writes that began after now have been acknowledged. */
  const more = (count: number) =>
    new Promise<void>((resolve) => {
      const from = performance.now()
      let left = count
      const look = (begun: number) => {
        if (begun < from || --left > 0) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
    })

  const outages: number[] = []
  const lags: number[] = []
  const broke = writing.then(() => Promise.reject(new Error("the writers ended")))
  for (let kill = 0; kill < kills; kill++) {
    await Promise.race([more(100), broke])
    killDatabase()
    const from = performance.now()
    const back = databaseBack()
    await Promise.race([more(1), broke])
    const outage = performance.now() - from
    outages.push(outage)
    lags.push(Math.max(0, outage - ((await back) - from)))
  }
  done = true
  await writing
  const kept = await database<{ name: string }[]>`select name from clients where firm_id = ${firm.id}`
  const names = new Set(kept.map(({ name }) => name))
  const lost = acknowledged.filter((name) => !names.has(name))
  return {
    acknowledged: acknowledged.length,
    lost: lost.length,
    outage: spread(outages),
    lag: spread(lags),
    refusals,
    ask,
  }
}

/** When the database answers a newcomer again. */
async function databaseBack() {
  const sql = postgres(process.env.MIGRATION_DATABASE_URL!, { max: 1, connect_timeout: 2, backoff: () => 0.02 })
  for (let there = false; !there; ) {
    there = await sql`select 1`.then(
      () => true,
      () => false,
    )
  }
  const at = performance.now()
  await sql.end()
  return at
}

function spread(times: number[]) {
  const sorted = times.map(Math.round).sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)]!, max: sorted.at(-1)! }
}

describe.runIf(process.platform === "linux")("D1 a database that is killed", () => {
  it("D1 loses nothing that was acknowledged and is back within seconds, and the application stays up", {
    timeout: limit(),
  }, async () => {
    const kills = size(3, 20)
    const pid = app.pid()
    const { acknowledged, lost, outage, lag, refusals, ask } = await underKills(await aFirm(), kills)
    report("D1", {
      kills,
      acknowledged,
      lost,
      "outage ms": `${outage.median}/${outage.max}`,
      "of which after the database was back": `${lag.median}/${lag.max}`,
    })
    expect(lost).toBe(0)
    expect(app.starts()).toBe(1)
    expect(app.pid()).toBe(pid)
    expect((await ask("/auth/me")).status).toBe(200)
    // Away is said as such, and that trying again helps.
    expect(refusals).toBeGreaterThan(0)
    // What the application adds. How long PostgreSQL itself takes depends on who else uses the machine.
    expect(lag.median).toBeLessThan(1_000)
    if (!process.env.LONG) return
    expect(outage.median).toBeLessThan(2_000)
    expect(outage.max).toBeLessThan(5_000)
  })

  it("D1 control: a database that acknowledges before it has written is found out", { timeout: limit() }, async () => {
    const given = await aFirm()
    await database`checkpoint`
    await database.unsafe("alter system set synchronous_commit = off")
    await database.unsafe("alter system set wal_writer_delay = '10s'")
    await database.unsafe("alter system set wal_writer_flush_after = '1GB'")
    await database`select pg_reload_conf()`
    const { lost } = await underKills(given, 1)
    expect(lost).toBeGreaterThan(0)
  })
})
