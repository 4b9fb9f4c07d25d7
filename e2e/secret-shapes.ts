import type { Canaries } from "./canaries"

type Sender = { host: string; cookie: string; secret: string }
export type Carried = {
  shape: string
  host: string
  path: string
  method: string
  headers: Record<string, string>
  body?: string
  /** The secret is a part of the address, which a page of HTML tells its own reader. */
  inAddress?: boolean
}

// Lines of a log and of a header have no room for more; one of these is where a secret lands by mistake.
const misplaced = [
  "user-agent",
  "referer",
  "x-api-key",
  "x-csrf-token",
  "x-forwarded-for",
  "accept-language",
  "if-none-match",
]

let turn = 0

/** A request with all the secrets, or one after the other where there is room for one, in each part that can carry them. */
export function inRequest(
  { sender, method, path, fields }: { sender: Sender; method: string; path: string; fields: string[] },
  secrets: Canaries,
): Carried[] {
  const all = Object.values(secrets)
  const next = all[turn++ % all.length]!
  const { host, cookie } = sender
  const who = { cookie, origin: `http://${host}` }
  const json = { ...who, "content-type": "application/json" }
  const at = (place: string) => path.replace(/\{\w+\}|\[[\w.]+\]/g, place)
  const plain = at("no-such-thing")
  const query = new URLSearchParams({ ...secrets, token: all[0]!, code: all[4]! }).toString()
  const mixed = Object.fromEntries(fields.map((name, at) => [name, { given: all[at % all.length] }]))
  const given = (shape: string, made: Partial<Carried>): Carried => ({
    shape,
    host,
    method,
    path: plain,
    headers: who,
    ...made,
  })
  const html = !path.startsWith("/api/")
  return [
    given("query", { path: `${plain}?${query}`, inAddress: html }),
    ...(at("") === plain ? [] : [given("path", { path: at(next), inAddress: html })]),
    given("headers", {
      headers: { ...who, ...Object.fromEntries(misplaced.map((name, at) => [name, all[at % all.length]!])) },
    }),
    given("bearer", { headers: { origin: who.origin, authorization: `Bearer ${next}` } }),
    given("basic", { headers: { authorization: `Basic ${Buffer.from(`x:${all[0]}`).toString("base64")}`, ...who } }),
    given("cookie", {
      headers: { origin: who.origin, cookie: `__Host-fs=${next}; __Host-ps=${next}; __Host-cs=${next}; other=${next}` },
    }),
    ...(method === "GET" && html
      ? []
      : [
          given("unknown field", { headers: json, body: JSON.stringify({ ...secrets, nested: { secrets } }) }),
          given("known field", { headers: json, body: JSON.stringify(mixed) }),
          given("bad JSON", {
            headers: json,
            body: `{"password":"${all[0]}","cardNumber":${all[3]},"token":"${all.join(",")}`,
          }),
          given("bare JSON", { headers: json, body: next }),
          given("form", { headers: { ...who, "content-type": "application/x-www-form-urlencoded" }, body: query }),
        ].filter(({ method }) => method !== "GET")),
  ]
}

/** A call of a server action with the secrets in fields for secrets, in ones that nobody asked for, and in what React can't read. */
export function inAction(
  { id, path, sender }: { id: string; path: string; sender: Sender },
  secrets: Canaries,
): Carried[] {
  const { host, cookie } = sender
  const boundary = "----secrets"
  const part = ([name, value]: readonly [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const form = (parts: (readonly [string, string])[]) => `${parts.map(part).join("")}--${boundary}--\r\n`
  const headers = { cookie, origin: `http://${host}`, accept: "text/x-component" }
  const multipart = { ...headers, "content-type": `multipart/form-data; boundary=${boundary}` }
  const fields = Object.entries({ ...secrets, token: secrets.resetSecret!, secret: secrets.invitationSecret! })
  const root = ["0", JSON.stringify([{ ok: false, fields: {}, values: {} }, "$K1"])] as const
  const scripted = { ...multipart, "next-action": id }
  const one = (shape: string, made: Partial<Carried>): Carried => ({
    shape: `action ${shape}`,
    host,
    method: "POST",
    path,
    headers: scripted,
    ...made,
  })
  const named = fields.map(([name, value]) => [`_1_${name}`, value] as const)
  return [
    one("fields", { body: form([...named, root]) }),
    one("without script", {
      headers: { ...multipart, accept: "text/html" },
      body: form([...fields, [`$ACTION_ID_${id}`, ""]]),
    }),
    one("arguments", { body: form([["0", JSON.stringify([secrets, secrets])]]) }),
    one("broken arguments", { body: form([...named, ["0", `[{"password":"${secrets.password}",`]]) }),
    one("text", {
      headers: { ...headers, "content-type": "text/plain;charset=UTF-8", "next-action": id },
      body: `["${Object.values(secrets).join('","')}`,
    }),
    one("bare text", {
      headers: { ...headers, "content-type": "text/plain;charset=UTF-8", "next-action": id },
      body: secrets.password!.slice(-24, -2),
    }),
    one("unknown action", { headers: { ...multipart, "next-action": secrets.apiKey! }, body: form([...named, root]) }),
  ]
}
