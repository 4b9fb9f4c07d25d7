import { randomBytes } from "node:crypto"
import { call, type Reply } from "./http"

type Sent = { headers?: Record<string, string>; cookie?: string; form?: number }

/** The hidden and visible fields of a page's forms, as a browser without scripts would send them. */
export function formsIn(html: string): Record<string, string>[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? []).map((form) =>
    Object.fromEntries(
      (form.match(/<(input|button)\b[^>]*>/g) ?? [])
        .filter((tag) => !/type="(radio|checkbox)"(?![^>]*checked)/.test(tag))
        .map((tag) => [attribute(tag, "name"), attribute(tag, "value") ?? ""] as const)
        .filter((pair): pair is [string, string] => pair[0] !== undefined),
    ),
  )
}

const entities: Record<string, string> = { "&quot;": '"', "&amp;": "&", "&#x27;": "'", "&lt;": "<", "&gt;": ">" }
const attribute = (tag: string, name: string) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replace(/&(quot|amp|#x27|lt|gt);/g, (found) => entities[found]!)

/** Opens a page and posts one of its forms, as a browser without scripts does. */
export async function submit(
  host: string,
  path: string,
  fields: Record<string, string>,
  sent: Sent = {},
): Promise<Reply> {
  const cookie = sent.cookie ? { cookie: sent.cookie } : undefined
  const page = await call(host, path, { headers: cookie })
  const found = formsIn(page.text)[sent.form ?? 0]
  if (!found) throw new Error(`${host}${path} answers ${page.status} without a form`)
  return post(host, path, { ...found, ...fields }, { origin: `http://${host}`, ...cookie, ...sent.headers })
}

/** Posts fields as multipart/form-data. */
export function post(
  host: string,
  path: string,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string>,
) {
  const boundary = `----form${randomBytes(8).toString("hex")}`
  const part = ([name, value]: [string, string]) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const entries = Array.isArray(fields) ? fields : Object.entries(fields)
  const body = `${entries.map(part).join("")}--${boundary}--\r\n`
  const type = { "content-type": `multipart/form-data; boundary=${boundary}` }
  return call(host, path, { method: "POST", headers: { ...type, ...headers }, body })
}

/** The cookies an answer sets, ready to be sent back. */
export const cookiesOf = ({ headers }: Reply) =>
  (headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ")
