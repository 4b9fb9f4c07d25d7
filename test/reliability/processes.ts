import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { freePort } from "../../bin/parts/ports.mjs"
import { root } from "../../bin/parts/runtime.mjs"
import { typescript } from "../../bin/parts/typescript.mjs"

type Options = { args: string[]; env?: Record<string, string>; ready?: string }

/** A process that is started again at once when it is killed, until `stop`. */
async function kept({ args, env, ready }: Options) {
  let child: ChildProcess
  let stopping = false
  let starts = 0
  const start = async () => {
    starts++
    child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, RATE_LIMIT_FACTOR: "1000000", ...env },
      stdio: ["ignore", "pipe", "inherit"],
    })
    child.once("exit", () => stopping || start())
    if (!ready) return child.stdout!.resume()
    for await (const line of createInterface({ input: child.stdout! })) if (line.startsWith(ready)) return
  }
  await start()
  const end = () => child.kill("SIGKILL")
  process.on("exit", end)
  return {
    pid: () => child.pid,
    starts: () => starts,
    kill: () => child.kill("SIGKILL"),
    async stop() {
      stopping = true
      process.off("exit", end)
      if (child.exitCode !== null || child.signalCode !== null) return
      end()
      await once(child, "exit")
    },
  }
}

/** The application's server on a port of its own. */
export async function aServer() {
  const port = await freePort()
  const server = await kept({
    args: ["--import", "tsx", join(root, "test/reliability/server.ts")],
    // Node's own conditions and Next's client code don't go together outside Next; the guard is taken away instead.
    env: { PORT: String(port), TSX_TSCONFIG_PATH: join(root, "test/reliability/tsconfig.json") },
    ready: "ready",
  })
  return { ...server, address: `http://127.0.0.1:${port}` }
}

/** The worker as it is in production. */
export const aWorker = () => kept({ args: typescript("lib/worker/main.ts") })

/** Asks until there is an answer below 500: what Stripe and any good client do while a server is away. */
export async function persist(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    try {
      const answer = await ask()
      if (answer.status < 500) return answer
      await answer.arrayBuffer()
    } catch (error) {
      if (!isCut(error)) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

// fetch says "fetch failed" and why beneath it; a body that ends too early is "terminated".
const isCut = (error: unknown) => error instanceof TypeError && /fetch failed|terminated/.test(error.message)
