import { once } from "node:events"
import { type AddressInfo, createServer } from "node:net"
import { buffer } from "node:stream/consumers"
import { type ParsedMail, simpleParser } from "mailparser"
import type { Transporter } from "nodemailer"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { checkEnvironment } from "./env"
import { checkMail, mailTransport, sendMail } from "./mail"

const mail = { to: "pat@northwind.test", subject: "Grüße — 1.200,00 €", html: "<p>Hi</p>", text: "Hi" }
const opened: { close(): unknown }[] = []

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1/postgres")
  vi.stubEnv("DB_PASSWORD_SECRET", "only-for-this-test-database")
  vi.stubEnv("AUTH_SECRET", "only-for-this-test-signing")
  vi.stubEnv("MAIL_FROM", "Example <mail@example.test>")
  vi.stubEnv("SMTP_URL", "")
  checkEnvironment()
})

afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})

async function mailServer(options: SMTPServerOptions = {}, query = "") {
  const received: ParsedMail[] = []
  const server = new SMTPServer({
    onAuth: ({ username, password }, _, done) =>
      username === "app" && password === "right" ? done(null, { user: username }) : done(new Error("Invalid login")),
    onData: (stream, _, done) => {
      buffer(stream)
        .then(simpleParser)
        .then((parsed) => received.push(parsed))
        .then(() => done(), done)
    },
    logger: false,
    ...options,
  })
  server.on("error", () => {})
  server.listen(0, "127.0.0.1")
  await once(server.server, "listening")
  const { port } = server.server.address() as AddressInfo
  opened.push(server)
  return { received, at: (user: string) => transport(`smtp://${user}127.0.0.1:${port}${query}`) }
}

function transport(url: string): Transporter {
  const made = mailTransport(url)
  opened.push(made)
  return made
}

const refusing = (responseCode: number) => ({
  onRcptTo: (_: unknown, __: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error("no such mailbox here"), { responseCode })),
})

describe("mail", () => {
  it("arrives over TLS and with sign-in, complete", async () => {
    const secure: boolean[] = []
    const server = await mailServer({
      onMailFrom: (_, session, done) => {
        secure.push(session.secure)
        done()
      },
    })
    const attachments = [{ filename: "Öl.pdf", content: Buffer.from("%PDF"), contentType: "application/pdf" }]
    const result = await sendMail(
      { ...mail, attachments, messageId: "<one@example.test>", fromName: "Acme, Inc.", replyTo: "team@acme.test" },
      server.at("app:right@"),
    )
    expect(result).toEqual({ outcome: "sent", messageId: "<one@example.test>" })
    expect(secure).toEqual([true])
    const [got] = server.received
    expect(got).toMatchObject({ subject: mail.subject, html: "<p>Hi</p>", text: "Hi", messageId: "<one@example.test>" })
    expect(got?.from?.value).toEqual([{ name: "Acme, Inc.", address: "mail@example.test" }])
    expect(got?.replyTo?.text).toBe("team@acme.test")
    expect(got?.headers.get("auto-submitted")).toBe("auto-generated")
    expect(got?.attachments[0]).toMatchObject({ filename: "Öl.pdf", contentType: "application/pdf" })
    expect(got?.attachments[0]?.content.toString()).toBe("%PDF")
  })

  it.each([550, 553, 554])("is refused for good when the server answers %i", async (code) => {
    const server = await mailServer(refusing(code))
    expect(await sendMail(mail, server.at("app:right@"))).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("no such mailbox here"),
    })
  })

  it("is refused for good when the content is", async () => {
    const server = await mailServer({
      onData: (stream, _, done) =>
        stream.resume().on("end", () => done(Object.assign(new Error("spam"), { responseCode: 554 }))),
    })
    expect(await sendMail(mail, server.at("app:right@"))).toMatchObject({ outcome: "refused" })
  })

  it.each([421, 450, 451])("is to be tried again when the server answers %i", async (code) => {
    const server = await mailServer(refusing(code))
    expect(await sendMail(mail, server.at("app:right@"))).toMatchObject({ outcome: "retry" })
  })

  it("is to be tried again when our own sign-in fails, without telling the password", async () => {
    const server = await mailServer()
    const result = await sendMail(mail, server.at("app:canary-wrong@"))
    expect(result).toMatchObject({ outcome: "retry" })
    expect(JSON.stringify(result)).not.toContain("canary-wrong")
  })

  it("is to be tried again when nobody listens, or somebody hangs up", async () => {
    const closed = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1")
    await once(closed, "listening")
    opened.push(closed)
    const { port } = closed.address() as AddressInfo
    expect(await sendMail(mail, transport(`smtp://127.0.0.1:${port}`))).toMatchObject({ outcome: "retry" })
    expect(await sendMail(mail, transport("smtp://127.0.0.1:1"))).toMatchObject({ outcome: "retry" })
  })

  it("is to be tried again when no server is configured", async () => {
    expect(await sendMail(mail)).toMatchObject({ outcome: "retry" })
  })

  it("goes nowhere in clear text when the server must offer TLS and does not", async () => {
    const server = await mailServer({ hideSTARTTLS: true, disabledCommands: ["STARTTLS"] }, "?requireTLS=true")
    expect(await sendMail(mail, server.at("app:right@"))).toMatchObject({ outcome: "retry" })
    expect(server.received).toEqual([])
  })

  it("cannot be given more headers or recipients through its fields", async () => {
    const server = await mailServer()
    const subject = "Hello\r\nBcc: evil@example.test"
    await sendMail({ ...mail, subject, fromName: "A\r\nX-Evil: 1" }, server.at("app:right@"))
    expect(server.received[0]?.bcc).toBeUndefined()
    expect(server.received[0]?.headers.has("x-evil")).toBe(false)
  })

  it("never reads files or fetches addresses", async () => {
    const server = await mailServer()
    const attachments = [{ filename: "x", path: "/etc/passwd", contentType: "text/plain", content: undefined as never }]
    const result = await sendMail({ ...mail, attachments }, server.at("app:right@"))
    expect(result.outcome).not.toBe("sent")
    expect(server.received).toEqual([])
  })

  it("tells whether the server lets us in", async () => {
    const server = await mailServer()
    expect(await checkMail(server.at("app:right@"))).toBe(true)
    await expect(checkMail(server.at("app:wrong@"))).rejects.toThrow()
  })
})
