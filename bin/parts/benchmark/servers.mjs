import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { next } from "../build.mjs"
import { freePort } from "../ports.mjs"
import { root } from "../runtime.mjs"
import { step } from "../say.mjs"
import { call } from "./visitor.mjs"

const here = join(root, "bin/parts/benchmark")
// The young generation grows with the load otherwise, and two processes are heavier than they need be.
const capped = "--max-semi-space-size=16"

/** Starts two processes of a server and answers their ports and numbers. */
async function pair(family, name, args, env, ready, cwd = root) {
  const members = []
  for (const n of [1, 2]) {
    const port = await freePort()
    const child = family.start(`${name}-${n}`, process.execPath, [capped, ...args(port)], {
      cwd,
      quiet: true,
      env: { ...env, PORT: String(port) },
    })
    const ended = child.ended.then(({ reason, recent }) => {
      throw new Error(`${name} ended (${reason})\n${recent.join("\n")}`)
    })
    await Promise.race([answers(port, ready), ended])
    ended.catch(() => {})
    members.push({ port, pid: child.pid })
  }
  return { name, ports: members.map(({ port }) => port), pids: members.map(({ pid }) => pid) }
}

async function answers(port, path) {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    const answer = await call(port, { path }).catch(() => undefined)
    if (answer && answer.status < 500) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at port ${port}${path}`)
}

/** The product as it is built for production; `profile` is a folder for V8's profiles of it. */
export const productServers = (family, name, env, profile) =>
  pair(
    family,
    name,
    (port) => [...profiling(profile), next, "start", "-H", "0.0.0.0", "-p", String(port)],
    env,
    "/health",
  )

const profiling = (folder) => (folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : [])

export const floorServers = (family, env) => pair(family, "floor", () => [join(here, "floor.mjs")], env, "/list")

/**
 * The smallest Next app that shows the same rows, built where git does not look; by webpack, because Turbopack takes the
 * proxy and the instrumentation of the project around it.
 */
export async function minimalServers(family, dataDir, env) {
  const app = join(dataDir, "minimal")
  const source = join(here, "minimal")
  if (!existsSync(join(app, ".next/BUILD_ID")) || digest(source) !== digest(app, readdirSync(source))) {
    rmSync(app, { recursive: true, force: true })
    mkdirSync(app, { recursive: true })
    cpSync(source, app, { recursive: true })
    writeFileSync(join(app, "package.json"), JSON.stringify({ name: "minimal", private: true, type: "module" }))
    await step("Building the smallest Next app", () =>
      family.run("minimal-build", process.execPath, [next, "build", "--webpack"], {
        cwd: app,
        env: { ...env, NODE_ENV: "production" },
      }),
    )
  }
  return pair(family, "minimal", (port) => [next, "start", "-H", "127.0.0.1", "-p", String(port)], env, "/list", app)
}

function digest(folder, names = readdirSync(folder)) {
  return names
    .flatMap((name) =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile() && join(entry.parentPath, entry.name).startsWith(join(folder, name)),
      ),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => file.slice(folder.length) + readFileSync(file, "utf8"))
    .join("\0")
}
