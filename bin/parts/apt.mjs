import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"

export const canInstall = () => process.platform === "linux" && process.getuid() === 0 && existsSync("/usr/bin/apt-get")

export const installCommand = (packages) =>
  `apt-get update && apt-get install -y --no-install-recommends ${packages.join(" ")}`

/** Installs Debian packages without a question; returns whether it worked. */
export function install(packages) {
  console.log(`  installing ${packages.join(", ")} …`)
  return apt("update", "-qq") && apt("install", "-y", "-qq", "--no-install-recommends", ...packages)
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const { status, stderr } = spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=300", ...args], { env, encoding: "utf8" })
  if (status !== 0) console.log(`  apt-get ${args[0]} failed: ${stderr.trim().split("\n").slice(-3).join(" ")}`)
  return status === 0
}
