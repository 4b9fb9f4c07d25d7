import { buffer } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"
import type { Messages } from "./messages"

export interface Faults {
  /** How many of the next recipients are refused. */
  refuse: number
  code: number
}

/** Takes any mail from anybody, keeps it before saying so, and refuses on demand. */
export function mailServer(messages: Messages, faults: Faults): SMTPServer {
  return new SMTPServer({
    name: "mailbox.localhost",
    banner: "demo mailbox, delivers nothing",
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: 40 * 1024 * 1024,
    logger: false,
    onAuth: (auth, _, done) => done(null, { user: auth.username ?? "anybody" }),
    onRcptTo(_, __, done) {
      if (faults.refuse <= 0) return done()
      faults.refuse--
      done(Object.assign(new Error("refused on demand"), { responseCode: faults.code }))
    },
    onData(stream, { envelope }, done) {
      const recipients = envelope.rcptTo.map(({ address }) => address.toLowerCase())
      buffer(stream)
        .then((raw) => messages.add(raw, recipients))
        .then(
          ({ id }) => done(null, `kept as ${id}`),
          (error: Error) => done(error),
        )
    },
  })
}
