import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import postgres from "postgres"
import { restore } from "../../bin/parts/backup/restore.mjs"
import { children } from "../../bin/parts/children.mjs"
import { environments } from "../../bin/parts/environment.mjs"
import { freePort } from "../../bin/parts/ports.mjs"
import { embeddedPostgres } from "../../bin/parts/postgres.mjs"
import { root } from "../../bin/parts/runtime.mjs"
import { startStandIns } from "../../stand-ins/start.mjs"
import { client } from "./client"
import { folder } from "./folders"
import { unit } from "./units"

type Options = {
  name: string
  webs?: number
  workers?: number
  proxy?: boolean
  env?: (ports: Record<string, number>) => Promise<Record<string, string>>
}
type Running = { pid: number; ended: Promise<{ code?: number; reason: string }> }
const caddy = ["/usr/bin/caddy", "/usr/local/bin/caddy"].find((path) => existsSync(path))

/** Tests that need the proxy are left out without it: the step says so, and the command that adds it. */
export const hasProxy = caddy !== undefined

/** The production set-up of deploy/ on the demo's data: PostgreSQL, stand-ins, web processes and workers, Caddy in front. */
export async function startRig({ name, webs = 2, workers = 2, proxy = true, env: more }: Options) {
  const dataDir = folder(name)
  await restore({ from: folder("backup"), "data-dir": dataDir }, {})
  const runDir = join(dataDir, "run")
  const logs = join(dataDir, "logs")
  const family = children({ runDir, say: () => {}, logDir: logs })
  const server = embeddedPostgres({ folder: dataDir })
  const ports: Record<string, number> = {}
  for (const each of ["database", "mailbox", "smtp", "stripe", "front", "plain", "admin"])
    ports[each] = await freePort()
  await server.start(ports.database)
  const webPorts = await Promise.all(Array.from({ length: webs }, () => freePort()))
  const domain = proxy ? `consultantpro.test:${ports.front}` : `localhost:${webPorts[0]}`
  const given = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ROOT_DOMAIN: domain,
    PROTOCOL: proxy ? "https" : "http",
    LOG_LEVEL: "info",
  }
  const { runtime } = environments({ dataDir, port: webPorts[0]!, ports, server, production: true, given })
  const env = { ...runtime, ...(await more?.(ports)) }
  const standIns = () => startStandIns({ family, dataDir, ports, webPort: webPorts[0]!, env, given })
  await standIns()

  const processes = new Map<string, Running>()
  const start = (id: string, service: string, instance: string, extra: Record<string, string> = {}) => {
    const { command, args, env: own } = unit(service, instance)
    processes.set(
      id,
      family.start(id, command, args, {
        // Where no proxy needs to notice, nobody waits for it.
        env: { ...env, ...own, ...(!proxy && { DRAIN_SECONDS: "0" }), ...extra },
      }) as Running,
    )
  }
  const startWeb = async (at: number, extra?: Record<string, string>) => {
    start(`web-${at}`, "consultantpro-web", String(webPorts[at]), extra)
    await untilReady(`http://127.0.0.1:${webPorts[at]}/ready`)
  }
  const startWorker = (at: number) => start(`worker-${at}`, "consultantpro-worker", String(at))
  /** Ends a process as systemd does; answers how long it took. */
  const stop = async (id: string, signal: NodeJS.Signals = "SIGTERM") => {
    const from = performance.now()
    const running = processes.get(id)!
    process.kill(running.pid, signal)
    const { code, reason } = await running.ended
    return { milliseconds: performance.now() - from, code, reason }
  }

  for (let at = 0; at < webs; at++) await startWeb(at)
  for (let at = 0; at < workers; at++) startWorker(at)
  if (proxy) {
    const [certificate, key] = selfSigned(dataDir, "consultantpro.test")
    const own = {
      ROOT_DOMAIN: "consultantpro.test",
      CERTIFICATE: certificate,
      CERTIFICATE_KEY: key,
      WEB: webPorts.map((port) => `127.0.0.1:${port}`).join(" "),
      HTTPS_PORT: String(ports.front),
      HTTP_PORT: String(ports.plain),
      CADDY_ADMIN: `127.0.0.1:${ports.admin}`,
    }
    const args = ["run", "--config", join(root, "deploy/Caddyfile"), "--adapter", "caddyfile"]
    family.start("caddy", caddy!, args, { env: { PATH: process.env.PATH, HOME: dataDir, ...own } })
  }
  const front = client({ domain, port: proxy ? ports.front! : webPorts[0]!, secure: proxy })
  await front.until(async () => (await front.call("acme", "/ready")).status === 200)
  if (workers > 0)
    await front.until(async () => JSON.parse((await front.call("", "/health/detailed")).text).parts.jobs === "ok")
  const owner = postgres(server.superuserUrl, { max: 4, onnotice: () => {} })

  return {
    ...front,
    env,
    ports,
    webPorts,
    dataDir,
    server,
    owner,
    processes,
    family,
    startWeb,
    startWorker,
    stop,
    /** One web process, past the proxy. */
    web: (at: number) => client({ domain, port: webPorts[at]!, secure: false }),
    async restartWeb(at: number) {
      const ended = await stop(`web-${at}`)
      await startWeb(at)
      return ended
    },
    async restartWorker(at: number) {
      const ended = await stop(`worker-${at}`)
      startWorker(at)
      return ended
    },
    async close() {
      await owner.end({ timeout: 5 })
      await family.stop(["caddy", ...processes.keys()])
      await server.stop()
    },
  }
}

export type Rig = Awaited<ReturnType<typeof startRig>>

async function untilReady(address: string) {
  const waiting = spawn(process.execPath, [join(root, "deploy/wait-until-ready.mjs"), address])
  const [code] = await once(waiting, "exit")
  if (code !== 0) throw new Error(`${address} is not ready`)
}

function selfSigned(dataDir: string, domain: string) {
  const place = join(dataDir, "certificate")
  mkdirSync(place, { recursive: true })
  const [certificate, key] = [join(place, "certificate.pem"), join(place, "key.pem")]
  const names = [domain, `*.${domain}`, `*.portal.${domain}`].map((name) => `DNS:${name}`).join(",")
  const options = [
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:prime256v1",
    "-nodes",
    "-days",
    "2",
    "-subj",
    `/CN=${domain}`,
  ]
  const result = spawnSync("openssl", [
    "req",
    "-x509",
    ...options,
    "-addext",
    `subjectAltName=${names}`,
    "-keyout",
    key,
    "-out",
    certificate,
  ])
  if (result.status !== 0) throw new Error(`openssl: ${result.stderr}`)
  return [certificate, key] as const
}
