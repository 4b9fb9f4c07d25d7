import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, isAlive } from "./processes.mjs"

/** The launcher that runs from this folder now, as `{ pid, port, mode }`, or undefined. */
export function runningLauncher(runDir) {
  const holder = read(join(runDir, "launcher.pid"))
  return holder && isLauncher(holder) ? holder : undefined
}

/** Claims the folder for this process; throws the sentence that `refusal` makes when another start has it. */
export function claim(runDir, refusal) {
  mkdirSync(runDir, { recursive: true })
  const file = join(runDir, "launcher.pid")
  const mine = `${file}.${process.pid}`
  const content = (port = "", mode = "") => `${process.pid}\n${startOf(process.pid)}\n${port}\n${mode}\n`
  writeFileSync(mine, content())
  try {
    while (!linked(mine, file)) {
      const holder = read(file)
      if (holder && isLauncher(holder)) {
        throw new Error(refusal(holder))
      }
      // Of two starts that find the same stale claim, one moves it away; the other finds it gone and tries again.
      moveAway(file, `${file}.stale.${process.pid}`, holder)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  const release = () => {
    if (read(file)?.pid === process.pid) rmSync(file, { force: true })
  }
  process.on("exit", release)
  return { release, tell: (port, mode) => writeFileSync(file, content(port, mode)) }
}

function linked(from, to) {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error.code === "EEXIST") return false
    throw error
  }
}

function moveAway(file, aside, holder) {
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === "ENOENT") return
    throw error
  }
  const moved = read(aside)
  if (moved && holder && moved.pid !== holder.pid) linked(aside, file)
  rmSync(aside, { force: true })
}

function read(file) {
  try {
    const [pid, started, port, mode] = readFileSync(file, "utf8").split("\n")
    return { pid: Number(pid), started, port: Number(port), mode }
  } catch (error) {
    if (error.code === "ENOENT") return undefined
    throw error
  }
}

// A number alone may belong to another program by now; where the system tells when it started, that decides.
const isLauncher = ({ pid, started }) => pid > 1 && isAlive(pid) && startOf(pid) === started

function startOf(pid) {
  return describe(pid, "stat")?.split(") ").pop().split(" ")[19] ?? ""
}
