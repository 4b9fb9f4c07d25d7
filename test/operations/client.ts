import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as plain,
} from "node:http"
import { Agent as HttpsAgent, request as secured } from "node:https"

export type Reply = { status: number; headers: IncomingHttpHeaders; text: string; milliseconds: number }
export type Call = { method?: string; headers?: Record<string, string>; body?: unknown }
export type Stream = { events: { name: string; subjectId: string }[]; ended: Promise<void>; close(): void }

export const password = "demo-Passw0rd!"

/** People and programs at one address of the installation; `host` is a firm's name, or that of its portal (`acme.portal`). */
export function client({ domain, port, secure }: { domain: string; port: number; secure: boolean }) {
  // As browsers do it: connections are kept. The certificate is made for the test, by itself.
  const options = { keepAlive: true, maxSockets: 256, timeout: 60_000 }
  const agent = secure ? new HttpsAgent({ ...options, rejectUnauthorized: false }) : new HttpAgent(options)
  const nameOf = (host: string) => (host ? `${host}.${domain}` : domain)
  const originOf = (host: string) => `${secure ? "https" : "http"}://${nameOf(host)}`
  const open = (host: string, path: string, { method = "GET", headers = {} }: Call, own?: HttpAgent): ClientRequest => {
    const to = {
      host: "127.0.0.1",
      port,
      path,
      method,
      headers: { ...headers, host: nameOf(host) },
      agent: own ?? agent,
    }
    return secure ? secured({ ...to, servername: nameOf(host).replace(/:.*/, "") }) : plain(to)
  }

  async function call(host: string, path: string, { body, ...more }: Call = {}): Promise<Reply> {
    const from = performance.now()
    const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body)
    const headers = {
      ...(text !== undefined && {
        "content-length": String(Buffer.byteLength(text)),
        "content-type": "application/json",
      }),
      ...more.headers,
    }
    const asked = open(host, path, { ...more, headers })
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      asked.once("response", resolve)
      asked.once("error", reject)
    })
    asked.end(text)
    const response = await answer
    let got = ""
    for await (const part of response.setEncoding("utf8")) got += part
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      text: got,
      milliseconds: performance.now() - from,
    }
  }

  /** Signs in with the form, as a person without a script does, and answers the cookies. */
  async function signIn(host: string, email: string, secret = password): Promise<string> {
    const page = await call(host, "/sign-in")
    const form = new URLSearchParams(hiddenFields(page.text))
    form.set("email", email)
    form.set("password", secret)
    const boundary = "----operations"
    const body = [...form].map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const answer = await call(host, "/sign-in", {
      method: "POST",
      headers: {
        "content-type": `multipart/form-data; boundary=${boundary}`,
        origin: originOf(host),
        cookie: cookiesOf(page.headers),
      },
      body: `${body.join("")}--${boundary}--\r\n`,
    })
    const cookies = cookiesOf(answer.headers)
    if (answer.status !== 303 || !cookies)
      throw new Error(`${email} cannot sign in: ${answer.status} ${answer.text.slice(0, 300)}`)
    return cookies
  }

  /** A program's token. */
  async function token(host: string, email: string, secret = password): Promise<Record<string, string>> {
    const answer = await call(host, "/api/v1/auth/login", { method: "POST", body: { email, password: secret } })
    if (answer.status !== 200) throw new Error(`${email} gets no token: ${answer.status} ${answer.text}`)
    return { authorization: `Bearer ${JSON.parse(answer.text).data.accessToken}` }
  }

  /** An event stream; it rejects when the answer is none. */
  async function listen(host: string, headers: Record<string, string>, query = ""): Promise<Stream> {
    const own = secure ? new HttpsAgent({ rejectUnauthorized: false }) : new HttpAgent()
    const asked = open(host, `/api/live${query}`, { headers }, own)
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      asked.once("response", resolve)
      asked.once("error", reject)
      asked.end()
    })
    if (response.statusCode !== 200) {
      asked.destroy()
      throw new Error(`the event stream answers ${response.statusCode}`)
    }
    const events: Stream["events"] = []
    let rest = ""
    response.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split("\n")
      rest = lines.pop() ?? ""
      for (const line of lines) if (line.startsWith("data: ")) events.push(JSON.parse(line.slice(6)))
    })
    response.on("error", () => {})
    asked.on("error", () => {})
    const ended = new Promise<void>((resolve) => response.once("close", resolve))
    return { events, ended, close: () => asked.destroy() }
  }

  return { call, signIn, token, listen, until, domain, originOf }
}

export type Client = ReturnType<typeof client>

/** Asks again and again until the answer is yes; the test's time limit ends a wait in vain. */
export async function until(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 50))
}

const cookiesOf = (headers: IncomingHttpHeaders) =>
  (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ")

function hiddenFields(html: string): [string, string][] {
  const [, form = ""] = /<form[^>]*>(.*?name="password".*?)<\/form>/s.exec(html) ?? []
  return [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([input]) => {
    const attribute = (name: string) =>
      new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&") ?? ""
    return [attribute("name"), attribute("value")]
  })
}
