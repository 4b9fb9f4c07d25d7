import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "")

const bundled = ["linux-x64", "linux-arm64", "win-x64"].map((platform) =>
  join(root, "node_modules", `node-${platform}`, "bin", platform.startsWith("win") ? "node.exe" : "node"),
)

/** The Node 24 that came with the packages, on the platforms that have one. */
export const bundledNode = () => bundled.find((path) => existsSync(path))

/** True when this process runs Node 24 or newer; otherwise the same script is started again under the bundled one. */
export async function onPinnedRuntime() {
  if (Number(process.versions.node.split(".")[0]) >= 24) return true
  const node = bundledNode()
  if (!existsSync(join(root, "node_modules"))) fail("The packages are missing: run `npm install` first.")
  if (!node) {
    fail(
      `This is Node ${process.versions.node}, and the packages bring no Node 24 for ${process.platform}-${process.arch}: install Node 24 or newer.`,
    )
  }
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  const code = await new Promise((resolve) => child.on("exit", (exit, signal) => resolve(exit ?? (signal ? 1 : 0))))
  process.exitCode = code
  return false
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
