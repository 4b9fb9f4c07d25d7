import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { type ParsedMail, simpleParser } from "mailparser"
import { SMTPServer } from "smtp-server"
import { withKey } from "@/db/tenant"
import { actorOf } from "@/lib/kernel/actor"
import { perform } from "@/lib/kernel/perform"
import type { ReactionScope } from "@/lib/kernel/reaction"
import { checkEnvironment } from "@/lib/platform/env"
import { closeMail } from "@/lib/platform/mail"
import type { Somebody } from "./given"

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

/** What the worker gives to reactions and tasks of a firm. */
export async function workOf({ key, visit }: Somebody): Promise<ReactionScope> {
  const actor = await withKey(key, "read", async (_db, who) => actorOf(who, "job"))
  return {
    key,
    actor,
    read: (work) => withKey(key, "read", work),
    write: (work) => withKey(key, "write", work),
    perform: (operation, input) => perform(operation, key, input as never, visit) as never,
  }
}
