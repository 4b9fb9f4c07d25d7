import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"
import { checkEnvironment } from "@/lib/platform/env"
import { closeMail } from "@/lib/platform/mail"

/** A mail server of the test's own; `received` is what arrived. */
export async function aMailbox() {
  const received: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      buffer(stream)
        .then(simpleParser)
        .then((mail) => received.push(mail))
        .then(() => done(), done)
    },
  })
  server.listen(0, "127.0.0.1")
  await once(server.server, "listening")
  process.env.SMTP_URL = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  checkEnvironment()
  return {
    received,
    close() {
      closeMail()
      delete process.env.SMTP_URL
      checkEnvironment()
      return new Promise<void>((done) => server.close(done))
    },
  }
}
