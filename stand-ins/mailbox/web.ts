import { readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type Server } from "node:http"
import { json } from "node:stream/consumers"
import { contentDisposition } from "../../lib/platform/content-disposition"
import type { Message, Messages } from "./messages"
import { listPage, messagePage, problemPage } from "./pages"
import type { Faults } from "./smtp"

interface Answer {
  status?: number
  type?: string
  body: string | Buffer
  policy?: string
  headers?: Record<string, string>
}

const style = readFileSync(new URL("./style.css", import.meta.url))
const pagePolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'"
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'"

const asJson = (value: unknown, status = 200): Answer => ({
  status,
  type: "application/json",
  body: JSON.stringify(value),
})
const notFound = (api: boolean): Answer =>
  api ? asJson({ error: "not found" }, 404) : { status: 404, body: problemPage("There is no such mail") }

/** The mailbox for people, at `/`, and for tests, at `/api/messages` and `/_faults`. */
export function webServer(messages: Messages, faults: Faults): Server {
  return createServer(async (request, response) => {
    const {
      status = 200,
      type = "text/html; charset=utf-8",
      body,
      policy = pagePolicy,
      headers,
    } = await answer(request)
    response.writeHead(status, {
      "content-type": type,
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      ...headers,
    })
    response.end(request.method === "HEAD" ? undefined : body)
  })

  async function answer(request: IncomingMessage): Promise<Answer> {
    try {
      if (!fromHere(request)) return asJson({ error: "only pages of this machine may ask" }, 403)
      const url = new URL(request.url ?? "/", "http://127.0.0.1")
      return await route(request, url, url.pathname.split("/").slice(1).map(decodeURIComponent))
    } catch (error) {
      return error instanceof SyntaxError || error instanceof URIError
        ? asJson({ error: "unreadable" }, 400)
        : asJson({ error: String(error) }, 500)
    }
  }

  async function route(request: IncomingMessage, url: URL, [first, second, third, fourth]: string[]): Promise<Answer> {
    const method = request.method === "HEAD" ? "GET" : request.method
    if (first === "_faults" && !second) return method === "POST" ? setFaults(await json(request)) : asJson(faults)
    if (first === "api" && second === "messages") {
      if (method === "DELETE" && !third) return asJson({ removed: await messages.clear(optional(url, "to")) })
      if (method === "GET" && !third) return asJson({ messages: await wanted(request, url) })
      const message = messages.byId(third ?? "")
      return method === "GET" && message ? asJson(message) : notFound(true)
    }
    if (method !== "GET") return asJson({ error: "method not allowed" }, 405)
    if (first === "style.css") return { type: "text/css", body: style }
    if (first === "") return listing(url.searchParams.get("q")?.trim() ?? "")
    const message = first === "messages" && messages.byId(second ?? "")
    return (message && (await part(message, third, fourth))) || notFound(false)
  }

  function setFaults(given: unknown): Answer {
    const { refuse, code = 550 } = given as Partial<Faults>
    if (!Number.isInteger(refuse) || !Number.isInteger(code) || code < 400 || code > 599)
      return asJson({ error: "give { refuse: how many recipients, code: 400 to 599 }" }, 422)
    return asJson(Object.assign(faults, { refuse, code }))
  }

  async function wanted(request: IncomingMessage, url: URL): Promise<Message[]> {
    const query = { to: optional(url, "to"), since: optional(url, "since") }
    const seconds = Math.min(Number(optional(url, "wait") ?? 0), 60)
    if (!(seconds > 0)) return messages.find(query)
    const gone = new AbortController()
    request.once("close", () => gone.abort())
    return messages.waitFor(query, AbortSignal.any([gone.signal, AbortSignal.timeout(seconds * 1000)]))
  }

  function listing(search: string): Answer {
    const text = search.toLowerCase()
    const found = messages.find().filter((message) => {
      const people = [...message.recipients, ...message.from.flatMap(({ name, address }) => [name, address])]
      return [...people, message.subject].join("\n").toLowerCase().includes(text)
    })
    return { body: listPage(found, search) }
  }

  async function part(message: Message, name = "", index = ""): Promise<Answer | undefined> {
    if (name === "") return { body: messagePage(message) }
    if (name === "source") return { type: "text/plain; charset=utf-8", body: await messages.source(message) }
    if (name === "html" && message.html !== null)
      return {
        body: message.html.replace(/<head[^>]*>|^(?!.*<head)/is, '$&<base target="_blank">'),
        policy: mailPolicy,
      }
    const file = name === "attachments" && /^\d+$/.test(index) && (await messages.attachment(message, Number(index)))
    if (!file) return undefined
    const headers = { "content-disposition": contentDisposition(file.filename ?? `attachment-${index}`) }
    return { type: file.contentType, body: file.content, policy: "sandbox; default-src 'none'", headers }
  }
}

const optional = (url: URL, name: string) => url.searchParams.get(name) || undefined

/** A page elsewhere could otherwise read or empty the mailbox through the visitor's browser. */
function fromHere({ headers, method }: IncomingMessage): boolean {
  const own = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "")
  const asked = method === "GET" || method === "HEAD" || !headers.origin || headers.origin === `http://${headers.host}`
  return own && asked
}
