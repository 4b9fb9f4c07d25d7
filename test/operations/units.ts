import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../bin/parts/runtime.mjs"

export type Unit = { command: string; args: string[]; env: Record<string, string>; patience: number }

/** What a unit file of deploy/ would start as one instance: its own command and environment, with this machine's Node. */
export function unit(name: string, instance: string): Unit {
  const lines = readFileSync(join(root, "deploy", `${name}@.service`), "utf8")
    .replaceAll("%i", instance)
    .split("\n")
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1))
  const [start, ...others] = all("ExecStart")
  const [program, ...args] = (start ?? "").split(" ")
  if (program !== "/usr/bin/node" || others.length > 0) throw new Error(`${name} does not start one Node`)
  const env = Object.fromEntries(
    all("Environment").flatMap((line) => line.split(" ").map((one) => one.split("=") as [string, string])),
  )
  return { command: process.execPath, args, env, patience: Number(all("TimeoutStopSec")[0]) * 1000 }
}
