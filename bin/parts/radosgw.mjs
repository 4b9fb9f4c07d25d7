import { spawnSync } from "node:child_process"
import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { canInstall, install, installCommand } from "./apt.mjs"
import { freePort } from "./ports.mjs"
import { root } from "./runtime.mjs"

const packages = ["ceph-mon", "ceph-mgr", "ceph-osd", "radosgw", "ceph-common"]
const programs = ["ceph-mon", "ceph-osd", "radosgw", "ceph", "monmaptool"]
const script = join(root, "test/radosgw.sh")

/** A real S3 server for the storage tests, as `{ endpoint, stop }`; or what is missing. */
export async function startRadosgw(folder) {
  if (!isInstalled() && canInstall()) install(packages)
  const missing = { omission: "storage against a real S3 server", command: installCommand(packages) }
  if (!isInstalled()) return missing
  const port = await freePort()
  const stop = () => {
    spawnSync("bash", [script, "stop", folder])
    rmSync(folder, { recursive: true, force: true })
  }
  const [front, monitor] = [String(port), String(await freePort())]
  const result = spawnSync("bash", [script, "start", folder, front, monitor], { encoding: "utf8", timeout: 180_000 })
  if (result.status === 0) return { endpoint: `http://127.0.0.1:${port}`, stop }
  stop()
  return { ...missing, omission: `${missing.omission}: radosgw does not start (${result.stderr.trim().slice(-300)})` }
}

const isInstalled = () =>
  programs.every((program) =>
    ["/usr/bin", "/usr/local/bin", "/bin"].some((folder) => existsSync(join(folder, program))),
  )
