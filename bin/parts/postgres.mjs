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
 * Starts the server of `folder`, and again when it dies; `stop` ends it and every process of it.
 * @param {{ folder: string, port?: number, durable?: boolean, say?: (line: string) => void }} options
 */
export async function startEmbeddedPostgres({ folder, port, durable = true, say = () => {} }) {
  const account = unprivileged()
  const home = serverHome(folder, account)
  const bin = programs(home, account)
  const { data, password } = ensureCluster({ home, bin, account, durable })
  endLeftover({ data, bin, account })

  const server = { port: await freePort(port), data, bin, account, log: join(home, "server.log") }
  const options = { ...settings, port: server.port, ...(durable ? {} : careless) }
  server.args = ["-D", data, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])]
  rmSync(server.log, { force: true })

  let stopping = false
  let child = await launch(server)
  const watch = () =>
    child.once("exit", async (code, signal) => {
      signalGroup(child.pid, "SIGKILL")
      if (stopping) return
      say(`database ended (${signal ?? `exit code ${code}`}), starting it again`)
      child = await launch(server)
      watch()
    })
  watch()
  const onExit = () => signalGroup(child.pid, durable ? "SIGINT" : "SIGKILL")
  process.on("exit", onExit)

  const address = `postgres:${encodeURIComponent(password)}@127.0.0.1:${server.port}`
  await createDatabase(`postgresql://${address}/postgres`)
  return {
    port: server.port,
    superuserUrl: `postgresql://${address}/${database}`,
    url: `postgresql://127.0.0.1:${server.port}/${database}`,
    pid: () => child.pid,
    stop: async () => {
      stopping = true
      await end(child)
      process.off("exit", onExit)
    },
  }
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
    const child = spawn(join(server.bin, "postgres"), server.args, {
      ...programOptions(server.account),
      detached: process.platform !== "win32",
      stdio: ["ignore", log, log],
    })
    if (await isReady(child, server.data, deadline)) return child
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
