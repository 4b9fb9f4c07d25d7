// PostgreSQL for the demo, development and tests: a real server from npm's binaries, reached over TCP only.
import { spawn, spawnSync } from "node:child_process"
import { existsSync, openSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { freePort } from "./ports.mjs"
import {
  ensureCluster,
  programOptions,
  programs,
  removeServerHome,
  serverHome,
  unprivileged,
} from "./postgres-files.mjs"
import { describe, isAlive, signalGroup } from "./processes.mjs"

const database = "consultantpro"
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  // Parameters are people's data, and logs are read by others.
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
}
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }

/**
 * The server of `folder`. `start` starts it, and again whenever it dies; `stop` ends it and every process of it.
 * @param {{ folder: string, durable?: boolean, say?: (line: string) => void }} options
 */
export function embeddedPostgres({ folder, durable = true, say = () => {} }) {
  const server = { stopping: false, child: undefined, superuserUrl: "", url: "", start, stop }
  const killWithUs = () => {
    if (server.child) signalGroup(server.child.pid, durable ? "SIGINT" : "SIGKILL")
  }

  /** @param {number} [preferred] */
  async function start(preferred) {
    const account = unprivileged()
    const home = serverHome(folder, account)
    const bin = programs(home, account)
    const { data, password } = ensureCluster({ home, bin, account, durable })
    endLeftover({ data, bin, account })

    const port = await freePort(preferred)
    const options = { ...settings, port: String(port), ...(durable ? {} : careless) }
    const args = ["-D", data, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])]
    Object.assign(server, { data, bin, account, args, log: join(home, "server.log") })
    rmSync(server.log, { force: true })
    process.on("exit", killWithUs)
    await launch(server)
    watch()

    const address = `postgres:${encodeURIComponent(password)}@127.0.0.1:${port}`
    await createDatabase(`postgresql://${address}/postgres`)
    server.superuserUrl = `postgresql://${address}/${database}`
    server.url = `postgresql://127.0.0.1:${port}/${database}`
  }

  function watch() {
    server.child.once("exit", async (code, signal) => {
      signalGroup(server.child.pid, "SIGKILL")
      if (server.stopping) return
      say(`database ended (${signal ?? `exit code ${code}`}), starting it again`)
      await launch(server)
      watch()
    })
  }

  async function stop() {
    server.stopping = true
    if (server.child) await end(server.child)
    process.off("exit", killWithUs)
  }

  return server
}

/** Deletes a server and its data; ends it first when a killed run left it behind. */
export function removeEmbeddedPostgres(folder) {
  if (existsSync(join(folder, "postgres"))) {
    const account = unprivileged()
    const home = serverHome(folder, account)
    endLeftover({ data: join(home, "data"), bin: programs(home, account), account })
  }
  removeServerHome(folder)
}

// After a kill -9 the old server's processes hold its shared memory for a moment: the new one is refused until they see it.
async function launch(server) {
  const deadline = Date.now() + 60_000
  for (;;) {
    const log = openSync(server.log, "a")
    if (server.stopping) throw new Error("stopped")
    const child = spawn(join(server.bin, "postgres"), server.args, {
      ...programOptions(server.account),
      detached: process.platform !== "win32",
      stdio: ["ignore", log, log],
    })
    server.child = child
    if (await isReady(child, server.data, deadline)) return
    if (Date.now() > deadline || !isHeld(server.log)) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(server.log, "utf8").slice(-2_000)}`)
    }
    await pause(200)
  }
}

async function isReady(child, data, deadline) {
  const file = join(data, "postmaster.pid")
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : []
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true
    await pause(25)
  }
  return false
}

const isHeld = (log) =>
  /still in use|lock file "postmaster.pid" already exists/.test(readFileSync(log, "utf8").slice(-600))

// Only a leftover can hold the folder: the launcher's own lock keeps two starts apart.
function endLeftover({ data, bin, account }) {
  const file = join(data, "postmaster.pid")
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, "utf8").split("\n")[0])
  const command = isAlive(pid) ? describe(pid) : ""
  if (command === undefined || command.includes(data)) {
    spawnSync(join(bin, "pg_ctl"), ["-D", data, "-m", "fast", "-w", "-t", "30", "stop"], programOptions(account))
  } else rmSync(file)
}

async function createDatabase(url) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${database}`
    if (!found) await sql.unsafe(`create database ${database}`)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once("exit", resolve))
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ]) {
    child.kill(signal)
    if (await Promise.race([ended.then(() => true), pause(patience)])) return
  }
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref())
