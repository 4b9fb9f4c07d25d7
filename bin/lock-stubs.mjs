// Run after every change of package-lock.json. npm writes no entry for an optional platform package that the registry
// at hand does not carry, and `npm ci` then refuses the lock file; a stub per missing name keeps it usable everywhere.
import { readFileSync, writeFileSync } from "node:fs"

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"]
const processors = ["arm64", "arm", "x64", "ia32", "ppc64", "s390x", "riscv64", "loong64", "wasm32"]

/** Adds a stub for each optional dependency without an entry; returns the names added. */
export function addStubs(lock) {
  const packages = lock.packages
  const missing = Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {}).filter(([name]) => !isLocked(packages, path, name)),
  )
  for (const [name, version] of missing) packages[`node_modules/${name}`] = stub(name, version)
  lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")))
  return missing.map(([name]) => name)
}

function isLocked(packages, from, name) {
  for (let path = from; ; path = path.slice(0, Math.max(path.lastIndexOf("/node_modules/"), 0))) {
    if (packages[`${path ? `${path}/` : ""}node_modules/${name}`]) return true
    if (!path) return false
  }
}

function stub(name, version) {
  const words = name.split(/[/-]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (words.includes("windows")) os.push("win32")
  if (!/^\d+\.\d+\.\d+/.test(version) || cpu.length === 0)
    throw new Error(`cannot tell the platform of ${name}@${version}`)
  const libc = words.includes("musl") ? ["musl"] : undefined
  return { version, cpu, ...(libc && { libc }), optional: true, ...(os.length > 0 && { os }) }
}

if (import.meta.main ?? process.argv[1]?.endsWith("lock-stubs.mjs")) {
  const file = new URL("../package-lock.json", import.meta.url)
  const lock = JSON.parse(readFileSync(file, "utf8"))
  const added = addStubs(lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(added.length > 0 ? `added ${added.length}: ${added.join(", ")}` : "nothing missing")
}
