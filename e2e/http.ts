import { Agent, type IncomingHttpHeaders, request } from "node:http"
import { port } from "./surroundings"

export type Reply = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string }
type Call = { method?: string; headers?: Record<string, string>; body?: string | Buffer; at?: number }

// Each call on a connection of its own: one that was kept may be closed by the server as the next call begins.
const agent = new Agent({ keepAlive: false, maxSockets: 8 })

/** One call to the web server (or the one at another port) with the Host header given: Node does not resolve names below localhost. */
export function call(
  host: string,
  path: string,
  { method = "GET", headers = {}, body, at = port }: Call = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }
    const asked = request(
      { agent, host: "127.0.0.1", port: at, path, method, headers: { ...headers, ...length, host } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on("data", (part: Buffer) => parts.push(part))
        answer.on("error", reject)
        answer.on("end", () => {
          const bytes = Buffer.concat(parts)
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, text: bytes.toString("utf8") })
        })
      },
    )
    asked.on("error", reject)
    asked.end(body)
  })
}

/** Asks as the router in the browser does, which is sent on once to the address with its cache key. */
export async function callAsRouter(host: string, path: string, headers: Record<string, string> = {}): Promise<Reply> {
  const given = { rsc: "1", ...headers }
  const first = await call(host, path, { headers: given })
  const { location } = first.headers
  return location?.includes("_rsc") ? call(host, location, { headers: given }) : first
}
