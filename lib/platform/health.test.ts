import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer as createWebServer } from "node:http"
import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { SMTPServer } from "smtp-server"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { checkEnvironment } from "./env"
import { cacheState, forgetHealth, mailState, storageState, stripeState } from "./health"
import { closeMail } from "./mail"

const opened: { close(): unknown }[] = []
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "health-"))
  configure({
    DATABASE_URL: "postgresql://127.0.0.1/postgres",
    DB_PASSWORD_SECRET: "only-for-this-test-database",
    AUTH_SECRET: "only-for-this-test-signing",
    S3_BUCKET: "",
    STORAGE_DIR: folder,
    REDIS_URL: "",
    SMTP_URL: "",
    STRIPE_SECRET_KEY: "",
    STRIPE_WEBHOOK_SECRET: "",
  })
})

afterEach(async () => {
  for (const each of opened.splice(0)) each.close()
  closeMail()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

function configure(variables: Record<string, string>) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  checkEnvironment()
  forgetHealth()
}

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on("connection", (socket) => sockets.add(socket))
  opened.push({ close: () => [server.close(), ...[...sockets].map((socket) => socket.destroy())] })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const redis = () =>
  createServer((socket) =>
    socket.on("data", (data) => {
      for (const command of String(data).split(/(?=\*\d+\r\n)/))
        socket.write(/ping/i.test(command) ? "+PONG\r\n" : "+OK\r\n")
    }),
  )
const silent = () => createServer(() => {})
const web = (status: number) =>
  createWebServer((_, response) => {
    response.writeHead(status).end()
  })

describe("health", () => {
  it("says what is not configured", async () => {
    expect(await Promise.all([cacheState(), mailState(), stripeState()])).toEqual(Array(3).fill("not configured"))
  })

  it("says that the storage can be written", async () => {
    expect(await storageState()).toBe("ok")
  })

  it("knows a cache that answers from one that is gone or silent", async () => {
    configure({ REDIS_URL: `redis://${await listening(redis())}` })
    expect(await cacheState()).toBe("ok")
    configure({ REDIS_URL: "redis://127.0.0.1:1" })
    expect(await cacheState()).toBe("unreachable")
    configure({ REDIS_URL: `redis://${await listening(silent())}` })
    expect(await cacheState()).toBe("unreachable")
  })

  it("knows a mail server that answers from one that is gone", async () => {
    const smtp = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], logger: false })
    configure({ SMTP_URL: `smtp://${await listening(smtp.server)}` })
    expect(await mailState()).toBe("ok")
    closeMail()
    configure({ SMTP_URL: "smtp://127.0.0.1:1" })
    expect(await mailState()).toBe("unreachable")
  })

  it.each([
    [200, "ok"],
    [404, "ok"],
    [503, "unreachable"],
  ])("takes Stripe's answer %i as %s", async (status, state) => {
    const keys = { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" }
    configure({ ...keys, STRIPE_API_BASE: `http://${await listening(web(status))}` })
    expect(await stripeState()).toBe(state)
  })

  it("asks once for many questions at a time", async () => {
    let asked = 0
    const server = web(200).on("request", () => asked++)
    const keys = { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" }
    configure({ ...keys, STRIPE_API_BASE: `http://${await listening(server)}` })
    expect(await Promise.all(Array.from({ length: 50 }, stripeState))).toEqual(Array(50).fill("ok"))
    expect(await stripeState()).toBe("ok")
    expect(asked).toBe(1)
  })
})
