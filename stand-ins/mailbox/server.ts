import { once } from "node:events"
import type { AddressInfo, Server } from "node:net"
import { openMessages } from "./messages"
import { type Faults, mailServer } from "./smtp"
import { webServer } from "./web"

const messages = await openMessages(process.env.MAILBOX_DIR || ".data/mailbox")
const faults: Faults = { refuse: 0, code: 550 }
const web = webServer(messages, faults)
const smtp = mailServer(messages, faults)
smtp.on("error", (error) => console.error(`mailbox: ${error.message}`))

const smtpPort = await listen(smtp.server, process.env.SMTP_PORT || "1025")
const webPort = await listen(web, process.env.PORT || "8025")
console.log(`smtp 127.0.0.1:${smtpPort}`)
console.log(`ready http://127.0.0.1:${webPort}`)

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    smtp.close()
    web.close()
    web.closeAllConnections()
  })

async function listen(server: Server, port: string): Promise<number> {
  server.listen(Number(port), "127.0.0.1")
  await once(server, "listening")
  return (server.address() as AddressInfo).port
}
