import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** Every process of a run carries this in its environment, so that a later start can tell its own leftovers. */
export const marker = "CONSULTANTPRO_RUN"

export function isAlive(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== "EPERM") return false
  }
  return !isZombie(pid)
}

/** The command line of a process, or its environment as text; undefined where the system does not tell. */
export function describe(pid, what = "cmdline") {
  if (existsSync("/proc/self/cmdline")) {
    try {
      return readFileSync(`/proc/${pid}/${what}`, "utf8").replaceAll("\0", "\n")
    } catch {
      return undefined
    }
  }
  if (process.platform === "win32") return undefined
  return spawnSync("ps", [
    ...(what === "environ" ? ["-E"] : []),
    "-o",
    "command=",
    "-p",
    String(pid),
  ]).stdout?.toString()
}

/** True when the process was started for this run folder: a number alone may belong to somebody else by now. */
export function isOurs(pid, runDir) {
  return isAlive(pid) && (describe(pid, "environ") ?? "").includes(`${marker}=${runDir}`)
}

/** Ends what an earlier run left behind when it was killed; returns the names. */
export async function endLeftovers(runDir) {
  if (!existsSync(runDir)) return []
  const left = readdirSync(runDir)
    .filter((file) => file.endsWith(".pid"))
    .map((file) => ({ name: file.slice(0, -4), pid: Number(readFileSync(join(runDir, file), "utf8")) }))
    .filter(({ name, pid }) => name !== "launcher" && pid > 1 && groupIsOurs(pid, runDir))
  await Promise.all(left.map(({ pid }) => endGroup(pid, 5_000)))
  return left.map(({ name }) => name)
}

// The leader may be gone while its children live on under the group's number.
function groupIsOurs(pid, runDir) {
  if (isAlive(pid)) return isOurs(pid, runDir)
  return groupAlive(pid) && membersOf(pid).some((member) => isOurs(member, runDir))
}

function membersOf(group) {
  if (!existsSync("/proc/self/stat")) return []
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        return Number(readFileSync(`/proc/${entry}/stat`, "utf8").split(") ").pop().split(" ")[2]) === group
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Asks a whole process group to end, and makes it when it has not within the time given. */
export async function endGroup(pid, patience, signal = "SIGTERM") {
  signalGroup(pid, signal)
  const deadline = Date.now() + patience
  while (groupAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 25))
  signalGroup(pid, "SIGKILL")
  while (groupAlive(pid) && Date.now() < deadline + 5_000) await new Promise((resolve) => setTimeout(resolve, 25))
}

export function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal)
  } catch (error) {
    if (error.code !== "ESRCH") throw error
  }
}

function groupAlive(pid) {
  if (process.platform === "win32") return isAlive(pid)
  try {
    process.kill(-pid, 0)
    return !existsSync("/proc/self/stat") || membersOf(pid).some((member) => !isZombie(member))
  } catch (error) {
    return error.code === "EPERM"
  }
}

// Where nobody collects them (a container without an init), dead processes stay in the table.
const isZombie = (pid) =>
  existsSync("/proc/self/stat") && (describe(pid, "stat")?.split(") ").pop().startsWith("Z") ?? true)
