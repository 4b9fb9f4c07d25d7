import { existsSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { onPinnedRuntime, root } from "./parts/runtime.mjs"

if (await onPinnedRuntime()) {
  const { runningLauncher } = await import("./parts/lock.mjs")
  const { removeEmbeddedPostgres } = await import("./parts/postgres.mjs")
  const { endLeftovers, isAlive } = await import("./parts/processes.mjs")

  const dataDir = resolve(root, process.env.DATA_DIR || join(".data", "demo"))
  const runDir = join(dataDir, "run")
  const launcher = runningLauncher(runDir)
  if (launcher) {
    console.log(`Stopping the one that runs (process ${launcher.pid}) …`)
    process.kill(launcher.pid, "SIGTERM")
    const deadline = Date.now() + 40_000
    while (isAlive(launcher.pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100))
    if (isAlive(launcher.pid)) throw new Error(`Process ${launcher.pid} does not stop.`)
  }
  await endLeftovers(runDir)
  const existed = existsSync(dataDir)
  if (existed) removeEmbeddedPostgres(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
  console.log(existed ? `Removed ${dataDir}. The next start makes it anew.` : `There is nothing in ${dataDir}.`)
}
