import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { embeddedPostgres } from "../../bin/parts/postgres.mjs"
import kernel from "../../messages/en/kernel.json"
import payments from "../../messages/en/payments.json"
import ui from "../../messages/en/ui.json"
import { folder } from "./folders"
import { type Gate, gateTo } from "./gate"
import { type Rig, startRig } from "./rig"

const small = folder("small-disk")
const faketime = ["x86_64", "aarch64"]
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path))
// A disk of 2 MB, where this process may make one.
mkdirSync(small, { recursive: true })
const hasDisk = spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", small]).status === 0

let rig: Rig
let mail: Gate
let stripe: Gate
let headers: Record<string, string>
let cookie: string

beforeAll(async () => {
  rig = await startRig({
    name: "failures",
    webs: 1,
    workers: 1,
    proxy: false,
    env: async (ports) => {
      mail = await gateTo(ports.smtp!)
      stripe = await gateTo(ports.stripe!)
      await Promise.all([mail.open(), stripe.open()])
      return {
        SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
        STRIPE_API_BASE: `http://127.0.0.1:${stripe.port}`,
        ...(hasDisk && { STORAGE_DIR: small }),
      }
    },
  })
  headers = await rig.token("acme", "owner@acme.test")
  cookie = await rig.signIn("acme", "owner@acme.test")
})
afterAll(async () => {
  await rig?.close()
  if (hasDisk) spawnSync("umount", [small])
  rmSync(small, { recursive: true, force: true })
})

const page = (path = "/clients", more = {}) => rig.call("acme", path, { headers: { cookie }, ...more })
const api = (method: string, path: string, body?: unknown) =>
  rig.call("acme", `/api/v1${path}`, { method, headers, body })
const health = async () => JSON.parse((await rig.call("", "/health/detailed")).text)
const part = (name: string, state: string) => rig.until(async () => (await health()).parts[name] === state)
const said = (text: string) => JSON.parse(text).error.message as string
const invite = (name: string) =>
  api("POST", "/team/members", { email: `${name}-${process.pid}@failures.test`, name, role: "staff" })
const hasMail = async (name: string) => {
  const answer = await fetch(
    `http://127.0.0.1:${rig.ports.mailbox}/api/messages?to=${name}-${process.pid}@failures.test`,
  )
  return ((await answer.json()) as { messages: unknown[] }).messages.length
}
/** Neither where it happened nor how: no stack, no file, no address of ours. */
const tellsNothing = (text: string) =>
  expect(text).not.toMatch(/ at \w+.*:\d+:\d+|node_modules|ECONN|127\.0\.0\.1:\d|postgres/i)

describe("the database is gone", () => {
  it("pages, forms, programs and streams are told so with 503, and all goes on by itself once it is back", async () => {
    const before = rig.processes.get("web-0")!.pid
    expect((await page()).status).toBe(200)
    await rig.server.stop()

    const away = await page("/clients?q=a%22%3E")
    expect([away.status, away.headers["retry-after"]]).toEqual([503, "5"])
    expect(away.text).toContain(ui.away.title)
    expect(away.text).toContain('href="/clients?q=a%22%3E"')
    tellsNothing(away.text)
    const form = await page("/clients/new", {
      method: "POST",
      headers: { cookie, origin: `http://acme.${rig.domain}` },
      body: "",
    })
    expect(form.status).toBe(503)
    expect(form.text).toContain(ui.away.back)
    expect((await rig.call("acme", "/sign-in")).status).toBe(503)
    const program = await api("GET", "/crm/leads")
    expect([program.status, program.headers["retry-after"], said(program.text)]).toEqual([
      503,
      "2",
      kernel.databaseAway,
    ])
    tellsNothing(program.text)
    await expect(rig.listen("acme", headers)).rejects.toThrow("503")
    expect((await rig.call("", "/ready")).status).toBe(503)
    expect((await rig.call("", "/health")).status).toBe(200)
    expect((await rig.call("", "/health/detailed")).status).toBe(503)
    expect((await health()).parts).toMatchObject({
      database: "unreachable",
      jobs: "unreachable",
      mail: "ok",
      storage: "ok",
    })

    const again = embeddedPostgres({ folder: rig.dataDir })
    await again.start(rig.ports.database)
    rig.server.stop = again.stop
    await rig.until(async () => (await page()).status === 200)
    expect(rig.processes.get("web-0")!.pid).toBe(before)
    await part("jobs", "ok")
    expect((await invite("afterwards")).status).toBe(201)
    await rig.until(async () => (await hasMail("afterwards")) === 1)
    const stream = await rig.listen("acme", headers)
    stream.close()
  })
})

describe("the mail server is gone", () => {
  it("nobody's work fails, and the mail leaves once it is back", async () => {
    await mail.close()
    expect((await invite("letter")).status).toBe(201)
    await part("mail", "unreachable")
    expect(await health()).toMatchObject({ status: "degraded" })
    expect([(await rig.call("", "/ready")).status, (await page()).status]).toEqual([200, 200])
    const tried = () => rig.owner`select 1 from graphile_worker.jobs where attempts > 0 and last_error is not null`
    await rig.until(async () => (await tried()).length > 0)
    expect(await hasMail("letter")).toBe(0)

    await mail.open()
    await rig.until(async () => (await hasMail("letter")) > 0)
    expect(await hasMail("letter")).toBe(1)
    await part("mail", "ok")
  })
})

describe("Stripe is gone", () => {
  it("who wants a payment page is told to try again, and gets it once it is back", async () => {
    const [invoice] = await rig.owner`select i.id from invoices i join firms f on f.id = i.firm_id
      where f.subdomain = 'acme' and i.status = 'sent' and not exists (select 1 from payment_attempts a where a.invoice_id = i.id) limit 1`
    await stripe.close()
    const refused = await api("POST", `/finance/invoices/${invoice!.id}/payment-link`, {})
    expect([refused.status, refused.headers["retry-after"], said(refused.text)]).toEqual([
      503,
      "30",
      payments.refusals.stripeAway,
    ])
    tellsNothing(refused.text)
    await part("payments", "unreachable")
    expect((await rig.call("", "/ready")).status).toBe(200)

    await stripe.open()
    const link = await api("POST", `/finance/invoices/${invoice!.id}/payment-link`, {})
    expect(link.status).toBe(200)
    expect(JSON.parse(link.text).data.url).toMatch(/^http/)
    await part("payments", "ok")
  })
})

describe("the storage", () => {
  const logo = async () => {
    const noise = { type: "gaussian" as const, mean: 128, sigma: 60 }
    const picture = sharp({ create: { width: 300, height: 120, channels: 3, background: "#fff", noise } }).png()
    return { image: (await picture.toBuffer()).toString("base64") }
  }
  const anInvoice = async () => {
    const [row] = await rig.owner`select i.id from invoices i join firms f on f.id = i.firm_id
      where f.subdomain = 'acme' and i.number is not null order by random() limit 1`
    return `/finance/invoices/${row!.id}/pdf`
  }

  it.runIf(hasDisk)(
    "is full: what is to be kept is refused in words, papers are made all the same, and it recovers",
    async () => {
      const filler = join(small, "filler")
      // Whatever is left, down to the last block.
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4096"])
      await part("storage", "unreachable")
      const refused = await api("PUT", "/firm/logo", await logo())
      expect([refused.status, said(refused.text)]).toEqual([503, kernel.storageFull])
      tellsNothing(refused.text)
      const paper = await api("GET", await anInvoice())
      expect([paper.status, paper.headers["content-type"]]).toEqual([200, "application/pdf"])
      expect((await rig.call("", "/ready")).status).toBe(200)

      rmSync(filler)
      expect((await api("PUT", "/firm/logo", await logo())).status).toBe(200)
      await part("storage", "ok")
    },
  )

  it("is a bucket that is gone: the same", async () => {
    const bucket = {
      S3_ENDPOINT: "http://127.0.0.1:9",
      S3_BUCKET: "gone",
      S3_ACCESS_KEY_ID: "a",
      S3_SECRET_ACCESS_KEY: "b",
    }
    await rig.stop("web-0")
    await rig.startWeb(0, bucket)
    const refused = await api("PUT", "/firm/logo", await logo())
    expect([refused.status, refused.headers["retry-after"], said(refused.text)]).toEqual([503, "2", kernel.storageAway])
    await part("storage", "unreachable")
    await rig.stop("web-0")
    await rig.startWeb(0)
    await part("storage", "ok")
  })
})

describe.runIf(faketime)("the web server's clock jumps", () => {
  it("by a day, forth and back: who is signed in stays so, streams go on, pages and forms work", async () => {
    const file = join(rig.dataDir, "clock")
    writeFileSync(file, "+0")
    await rig.stop("web-0")
    await rig.startWeb(0, {
      LD_PRELOAD: faketime!,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    })
    const session = await rig.signIn("acme", "owner@acme.test")
    const stream = await rig.listen("acme", { cookie: session })
    const own = { cookie: session, origin: `http://acme.${rig.domain}` }
    const days = async () =>
      Math.round((Date.parse((await rig.call("", "/health")).headers.date!) - Date.now()) / 86_400_000)
    expect(Math.abs(await days())).toBe(0)

    for (const jump of [1, -1]) {
      writeFileSync(file, `${jump > 0 ? "+" : ""}${jump}d`)
      await rig.until(async () => (await days()) === jump)
      expect((await rig.call("acme", "/clients", { headers: own })).status).toBe(200)
      const body = { companyName: `Jump ${jump}`, contactName: "Robin Reed", email: "robin@jump.test", source: "test" }
      const made = await rig.call("acme", "/api/v1/crm/leads", { method: "POST", headers: own, body })
      expect(made.status).toBe(201)
      await rig.until(async () => stream.events.some(({ subjectId }) => subjectId === JSON.parse(made.text).data.id))
      const fresh = await rig.signIn("acme", "owner@acme.test")
      expect((await rig.call("acme", "/leads", { headers: { cookie: fresh } })).status).toBe(200)
    }
    stream.close()
    writeFileSync(file, "+0")
    await rig.until(async () => (await days()) === 0)
    expect((await rig.call("acme", "/clients", { headers: own })).status).toBe(200)
  })
})
