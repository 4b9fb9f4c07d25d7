import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { endGroup, marker, signalGroup } from "./processes.mjs"
import { root } from "./runtime.mjs"

/** The processes of one run: each in a group of its own, its number kept in `runDir`, none outliving `stop`. */
export function children({ runDir, say, logDir }) {
  mkdirSync(runDir, { recursive: true, mode: 0o700 })
  if (logDir) mkdirSync(logDir, { recursive: true, mode: 0o700 })
  const alive = new Map()
  let stopping = false
  const killAll = () => {
    for (const child of alive.values()) signalGroup(child.pid, "SIGKILL")
  }
  process.on("exit", killAll)

  /**
   * @param {string} name
   * @param {string} command
   * @param {string[]} args
   * @param {{ env?: Record<string, string | undefined>, cwd?: string, quiet?: boolean, onLine?: (line: string) => void }} [options]
   */
  function start(name, command, args, { env, cwd = root, quiet = false, onLine } = {}) {
    if (stopping) throw new Error("stopped")
    const child = spawn(command, args, {
      cwd,
      env: { ...env, [marker]: runDir },
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
    })
    const log = logDir && openSync(join(logDir, `${name}.log`), "a")
    const recent = []
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", (line) => {
        if (recent.push(line) > 40) recent.shift()
        if (log) writeSync(log, `${line}\n`)
        else if (!quiet) say(line, name)
        onLine?.(line)
      })
    }
    const ended = new Promise((resolve) => {
      child.once("error", (error) => resolve({ reason: error.message, recent }))
      child.once("close", (code, signal) => resolve({ code, reason: signal ?? `exit code ${code}`, recent }))
    }).then((end) => {
      if (child.pid) signalGroup(child.pid, "SIGKILL")
      if (alive.get(name) === child) forget(name)
      if (log) closeSync(log)
      return end
    })
    if (child.pid) {
      alive.set(name, child)
      writeFileSync(join(runDir, `${name}.pid`), `${child.pid}\n`)
    }
    return { pid: child.pid, ended, recent }
  }

  function forget(name) {
    alive.delete(name)
    rmSync(join(runDir, `${name}.pid`), { force: true })
  }

  /** Runs a command to its end; throws with what it last said when it fails. */
  async function run(name, command, args, options) {
    const { code, reason, recent } = await start(name, command, args, options).ended
    if (code !== 0)
      throw new Error([`${name} failed (${reason})`, ...(logDir || options?.quiet ? recent : [])].join("\n"))
  }

  /** Starts a command and starts it again, at once, whenever it ends; slower when it keeps ending. */
  function keep(name, command, args, options) {
    let quick = 0
    const go = async () => {
      const from = Date.now()
      const { reason } = await start(name, command, args, options).ended
      if (stopping) return
      quick = Date.now() - from < 3_000 ? quick + 1 : 0
      const wait = quick < 2 ? 0 : Math.min(2 ** (quick - 2) * 500, 10_000)
      say(`${name} ended (${reason}), starting it again${wait ? ` in ${wait / 1000} s` : ""}`)
      setTimeout(() => stopping || go(), wait)
    }
    go()
  }

  /** Ends processes in the order given, the rest together after them. */
  async function stop(order = []) {
    stopping = true
    for (const name of [...order, undefined]) {
      const ending = [...alive].filter(([key]) => name === undefined || key === name)
      await Promise.all(
        ending.map(async ([key, child]) => {
          await endGroup(child.pid, 10_000)
          forget(key)
        }),
      )
    }
    process.off("exit", killAll)
  }

  return { start, run, keep, stop, killAll, names: () => [...alive.keys()] }
}
