import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { startStandIns } from "../../stand-ins/start.mjs"
import { build, isBuilt, next } from "./build.mjs"
import { children } from "./children.mjs"
import { brings, environments } from "./environment.mjs"
import { claim } from "./lock.mjs"
import { patchPostgresJs } from "./patch-postgres-js.mjs"
import { freePort } from "./ports.mjs"
import { embeddedPostgres } from "./postgres.mjs"
import { endLeftovers } from "./processes.mjs"
import { waitUntilReady } from "./ready.mjs"
import { root } from "./runtime.mjs"
import { say, step } from "./say.mjs"
import { typescript } from "./typescript.mjs"

/**
 * Everything one installation consists of, started in order: database, stand-ins, migrations, seed, build, web, worker.
 * Demo, development and end-to-end tests differ in the options only.
 */
export async function startHouse(options) {
  const { dataDir, choosePort, dev = false, durable = true, logs, given = process.env, onStart = () => {} } = options
  openFolder(dataDir)
  const runDir = join(dataDir, "run")
  const { release, tell } = claim(runDir, alreadyRuns)
  const ended = await endLeftovers(runDir)
  if (ended.length > 0) say(`Ended what a killed run had left: ${ended.join(", ")}.`)

  const family = children({ runDir, say, logDir: logs })
  const server = brings(given).database ? undefined : embeddedPostgres({ folder: dataDir, durable, say })
  let stopped
  const stop = () => {
    stopped ??= (async () => {
      await family.stop(["web", "worker"])
      await server?.stop()
      release()
    })()
    return stopped
  }
  onStart({ stop, killAll: family.killAll })

  try {
    // A leftover may have held the port: chosen once those are gone.
    const port = await choosePort()
    tell(port, dev ? "dev" : "built")
    patchPostgresJs()
    const ports = await keptPorts(join(dataDir, "ports.json"))
    if (server) await step("Starting PostgreSQL", () => server.start(ports.database))
    const { runtime, migration } = environments({ dataDir, port, ports, server, production: !dev, given })
    await step("Starting the stand-ins for mail and payments", () =>
      startStandIns({ family, dataDir, ports, webPort: port, env: runtime, given }),
    )
    const script = (name, file) => family.run(name, process.execPath, typescript(file), { env: migration })
    await step("Migrating the database", () => script("migrate", "db/migrate.ts"))
    await step("Seeding the demo data", () => script("seed", "db/seed/main.ts"))
    if (!dev && !isBuilt())
      await step("Building (once for each change of the code)", () => build(family, runtime, runDir))

    const web = dev ? ["dev"] : ["start"]
    family.keep("web", process.execPath, [next, ...web, "-H", "0.0.0.0", "-p", String(port)], { env: runtime })
    family.keep("worker", process.execPath, typescript("lib/worker/main.ts"), { env: runtime })
    await step("Waiting until everything answers", () => waitUntilReady(`http://127.0.0.1:${port}`))
    return { port, env: runtime, server, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const alreadyRuns = ({ pid, port }) =>
  `ConsultantPro already runs from this folder (process ${pid}${port ? `, http://localhost:${port}` : ""}). ` +
  "Use that one, stop it with Ctrl-C where it runs, or run a second one beside it with: DATA_DIR=.data/second npm run demo"

// PostgreSQL may run as another account: it has to pass through, not to read.
function openFolder(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true })
    if (process.getuid?.() === 0) chmodSync(dataDir, 0o711)
    const probe = join(dataDir, ".writable")
    writeFileSync(probe, "")
    rmSync(probe)
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "EPERM") throw error
    throw new Error(
      `${dataDir} belongs to another account: start as that account, have it run \`npm run reset\`, or choose another folder with DATA_DIR.`,
    )
  }
}

// The same numbers at every start, while they are free: an open mailbox or payment page stays reachable.
async function keptPorts(file) {
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
  const ports = {}
  for (const name of ["database", "mailbox", "smtp", "stripe"]) ports[name] = await freePort(before[name])
  writeFileSync(file, JSON.stringify(ports))
  return ports
}

export const dataDir = (profile) => join(root, ".data", profile)
