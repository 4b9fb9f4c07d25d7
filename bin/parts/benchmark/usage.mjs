import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"

/** The clock ticks of a second, in which Linux counts what a process took. */
const ticks = () => Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }))
let perSecond

const stat = (pid) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")

/** Milliseconds of CPU that processes and what they started have taken. */
export function cpuMsOf(pids) {
  perSecond ??= ticks()
  const used = treesOf(pids).reduce((all, pid) => all + Number(stat(pid)[11]) + Number(stat(pid)[12]), 0)
  return (used * 1000) / perSecond
}

/** Megabytes that processes and what they started hold, shared pages divided among those who share them. */
export function memoryMbOf(pids) {
  const kilobytes = treesOf(pids).map(
    (pid) => /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1],
  )
  return kilobytes.reduce((all, kb) => all + Number(kb ?? 0), 0) / 1024
}

function treesOf(pids) {
  const parents = new Map()
  for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    if (existsSync(`/proc/${pid}/stat`)) parents.set(Number(pid), Number(stat(pid)[1]))
  }
  const under = (pid) => [
    pid,
    ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => under(child)),
  ]
  return [...new Set(pids.flatMap(under))]
}
