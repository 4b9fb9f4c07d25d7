import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { brings } from "../environment.mjs"
import { claim, runningLauncher } from "../lock.mjs"
import { embeddedPostgres } from "../postgres.mjs"
import { serverHome, unprivileged } from "../postgres-files.mjs"
import { isAlive } from "../processes.mjs"
import { Refused } from "./command.mjs"

/** What is backed up: the server that DATABASE_URL names, else the embedded one of a data folder, which is started if it rests. */
export async function openSource(dataDir, given) {
  if (brings(given).database) {
    return { kind: "dump", url: given.MIGRATION_DATABASE_URL || given.DATABASE_URL, close: async () => {} }
  }
  if (!existsSync(join(dataDir, "postgres"))) {
    throw new Refused(
      `There is nothing to back up in ${dataDir}: name another folder with --data-dir, or a server with DATABASE_URL.`,
    )
  }
  const data = join(serverHome(dataDir, unprivileged()), "data")
  const port = portOf(data)
  if (port) {
    const password = encodeURIComponent(readFileSync(join(data, "superuser.password"), "utf8"))
    const url = `postgresql://postgres:${password}@127.0.0.1:${port}/consultantpro`
    return { kind: "physical", url, data, close: async () => {} }
  }
  if (runningLauncher(join(dataDir, "run")))
    throw new Refused(`${dataDir} is just starting or stopping: try again in a moment.`)
  const { release } = claim(join(dataDir, "run"), () => `${dataDir} is just starting: try again in a moment.`)
  const server = embeddedPostgres({ folder: dataDir })
  await server.start()
  const close = async () => {
    await server.stop()
    release()
  }
  return { kind: "physical", url: server.superuserUrl, data, close }
}

// The fourth line of a running server's note of itself.
function portOf(data) {
  const file = join(data, "postmaster.pid")
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, "utf8").split("\n")
  return isAlive(Number(pid)) ? Number(port) : undefined
}
