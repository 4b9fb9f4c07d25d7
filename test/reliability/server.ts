// The API and the webhooks' route behind Node's own HTTP server, as a process that tests may kill.
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { buffer } from "node:stream/consumers"
import { POST } from "@/app/api/v1/webhooks/stripe/route"
import { operations } from "@/lib/domains"
import { serveRest } from "@/lib/kernel/rest"
import { checkEnvironment } from "@/lib/platform/env"

checkEnvironment()
const serve = serveRest(operations)

const server = createServer(async (asked, given) => {
  const host = asked.headers.host ?? ""
  const headers = new Headers({ "x-site-host": host, "x-forwarded-for": "127.0.0.1" })
  for (const [name, value] of Object.entries(asked.headers)) if (typeof value === "string") headers.set(name, value)
  const body = asked.method === "GET" ? undefined : new Uint8Array(await buffer(asked))
  const request = new Request(`http://${host}${asked.url}`, { method: asked.method, headers, body })
  const answer = asked.url === "/api/v1/webhooks/stripe" ? await POST(request) : await serve(request)
  given.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
})
server.listen(Number(process.env.PORT), "127.0.0.1", () => {
  console.log(`ready ${(server.address() as AddressInfo).port}`)
})
