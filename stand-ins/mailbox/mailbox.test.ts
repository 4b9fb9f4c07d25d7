import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { text } from "node:stream/consumers"
import { createTransport } from "nodemailer"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Message } from "./messages"

interface Mailbox {
  process: ChildProcess
  web: string
  smtp: number
}

let folder: string
let mailbox: Mailbox

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mailbox-"))
  mailbox = await start()
})

afterAll(async () => {
  await stop(mailbox)
  await rm(folder, { recursive: true })
})

async function start(): Promise<Mailbox> {
  const process_ = spawn(process.execPath, ["--import", "tsx", "stand-ins/mailbox/server.ts"], {
    env: { ...process.env, PORT: "0", SMTP_PORT: "0", MAILBOX_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const said: Record<string, string> = {}
  for await (const line of createInterface(process_.stdout!)) {
    const [word = "", rest = ""] = line.split(" ")
    said[word] = rest
    if (word === "ready") break
  }
  return { process: process_, web: said.ready ?? "", smtp: Number(said.smtp?.split(":")[1]) }
}

async function stop({ process }: Mailbox) {
  process.kill("SIGTERM")
  const [code] = await once(process, "exit")
  expect(code).toBe(0)
}

const send = (to: string, more: object = {}) =>
  createTransport({ host: "127.0.0.1", port: mailbox.smtp, ignoreTLS: true }).sendMail({
    from: "Acme Advisory <no-reply@localhost>",
    to,
    subject: `For ${to}`,
    text: "Come in: https://acme.test/invitations/abc?x=1&y=2",
    ...more,
  })

async function messages(query = ""): Promise<Message[]> {
  const response = await fetch(`${mailbox.web}/api/messages${query}`)
  return ((await response.json()) as { messages: Message[] }).messages
}

const html = `<h1 id=greeting>Hello</h1><script>alert(1)</script><a href="https://acme.test/">Open</a>`
const attachments = [{ filename: "Öl.html", content: "<script>", contentType: "text/html" }]

describe("the mailbox", () => {
  it("keeps a mail with all its parts, and gives the newest first", async () => {
    await send("first@mailbox.test")
    await send("Pat <pat@mailbox.test>", { html, attachments, replyTo: "team@acme.test", messageId: "<1@acme.test>" })
    const [newest, older] = await messages()
    expect(newest).toMatchObject({
      recipients: ["pat@mailbox.test"],
      from: [{ name: "Acme Advisory", address: "no-reply@localhost" }],
      to: [{ name: "Pat", address: "pat@mailbox.test" }],
      subject: "For Pat <pat@mailbox.test>",
      messageId: "<1@acme.test>",
      html,
      links: ["https://acme.test/invitations/abc?x=1&y=2"],
      attachments: [{ filename: "Öl.html", contentType: "text/html", size: 8 }],
    })
    expect(older?.recipients).toEqual(["first@mailbox.test"])
    expect(await (await fetch(`${mailbox.web}/api/messages/${newest?.id}`)).json()).toEqual(newest)
  })

  it("finds by address, and what came since", async () => {
    const [last] = await messages()
    await send("someone@mailbox.test, Other@mailbox.test")
    expect(await messages("?to=other@mailbox.test")).toHaveLength(1)
    expect(await messages("?to=nobody@mailbox.test")).toEqual([])
    expect((await messages(`?since=${last?.id}`)).map(({ recipients }) => recipients)).toEqual([
      ["someone@mailbox.test", "other@mailbox.test"],
    ])
    expect(await messages(`?since=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([])
  })

  it("finds a mail that was read after a later one", async () => {
    const attachments = [{ filename: "long.txt", content: "long ".repeat(400_000) }]
    await Promise.all([
      send("both@mailbox.test", { attachments }),
      ...Array.from({ length: 5 }, () => send("both@mailbox.test")),
    ])
    const all = await messages("?to=both@mailbox.test")
    for (const [at, { id }] of all.entries())
      expect((await messages(`?to=both@mailbox.test&since=${id}`)).map((one) => one.id)).toEqual(
        all.slice(0, at).map((one) => one.id),
      )
    await fetch(`${mailbox.web}/api/messages?to=both@mailbox.test`, { method: "DELETE" })
  })

  it("waits for a mail that is on its way", async () => {
    const waiting = messages("?to=late@mailbox.test&wait=20")
    await send("unrelated@mailbox.test")
    await send("late@mailbox.test")
    expect(await waiting).toHaveLength(1)
  })

  it("gives up waiting in time", async () => {
    expect(await messages("?to=never@mailbox.test&wait=0.05")).toEqual([])
  })

  it("refuses as many as told, then no more", async () => {
    const body = JSON.stringify({ refuse: 2, code: 451 })
    await fetch(`${mailbox.web}/_faults`, { method: "POST", body })
    for (const _ of [1, 2]) await expect(send("refused@mailbox.test")).rejects.toMatchObject({ responseCode: 451 })
    await send("refused@mailbox.test")
    expect(await messages("?to=refused@mailbox.test")).toHaveLength(1)
    const wrong = await fetch(`${mailbox.web}/_faults`, {
      method: "POST",
      body: JSON.stringify({ refuse: 1, code: 200 }),
    })
    expect(wrong.status).toBe(422)
  })

  it("shows mail to people without letting it run anything", async () => {
    const [message] = await messages("?to=pat@mailbox.test")
    const list = await fetch(`${mailbox.web}/?q=PAT@mailbox`)
    expect(await list.text()).toContain(`href="/messages/${message?.id}"`)
    expect(list.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'/)
    expect(await (await fetch(`${mailbox.web}/?q=nobody`)).text()).toContain("No mail matches")

    const page = await (await fetch(`${mailbox.web}/messages/${message?.id}`)).text()
    expect(page).toContain("For Pat &lt;pat@mailbox.test&gt;")
    expect(page).not.toContain("<script")
    const frame = await fetch(`${mailbox.web}/messages/${message?.id}/html`)
    expect(frame.headers.get("content-security-policy")).toMatch(
      /^sandbox allow-popups (?!.*allow-scripts).*default-src 'none'/,
    )
    expect(await frame.text()).toBe(`<base target="_blank">${html}`)

    const file = await fetch(`${mailbox.web}/messages/${message?.id}/attachments/0`)
    expect(file.headers.get("content-disposition")).toMatch(/^attachment;.*%C3%96l\.html$/)
    expect(file.headers.get("content-security-policy")).toMatch(/^sandbox;/)
    expect(await file.text()).toBe("<script>")
    expect(await (await fetch(`${mailbox.web}/messages/${message?.id}/source`)).text()).toContain(
      "Message-ID: <1@acme.test>",
    )
  })

  it.each(["/messages/none", "/messages/none/html", "/api/messages/none", "/elsewhere"])(
    "has nothing at %s",
    async (path) => {
      expect((await fetch(mailbox.web + path)).status).toBe(404)
    },
  )

  it("answers only this machine's own pages", async () => {
    const ask = async (method: string, headers: Record<string, string>) => {
      const call = request(`${mailbox.web}/api/messages`, { method, headers }).end()
      const [response] = await once(call, "response")
      await text(response)
      return response.statusCode
    }
    expect(await ask("GET", { host: "evil.test" })).toBe(403)
    expect(await ask("DELETE", { origin: "https://evil.test" })).toBe(403)
    expect((await messages()).length).toBeGreaterThan(0)
  })

  it("keeps its mail over a restart, and forgets on demand", async () => {
    const before = await messages()
    await stop(mailbox)
    mailbox = await start()
    expect(await messages()).toEqual(before)
    await fetch(`${mailbox.web}/api/messages?to=pat@mailbox.test`, { method: "DELETE" })
    expect(await messages()).toHaveLength(before.length - 1)
    await fetch(`${mailbox.web}/api/messages`, { method: "DELETE" })
    await stop(mailbox)
    mailbox = await start()
    expect(await messages()).toEqual([])
  })
})
