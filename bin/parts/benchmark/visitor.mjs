import { randomBytes } from "node:crypto"
import { request } from "node:http"

/** One call with the Host header given; Node does not resolve names below localhost. */
export function call(port, { host, path, method = "GET", headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) }
    const asked = request(
      { host: "127.0.0.1", port, path, method, headers: { ...headers, ...length, ...(host && { host }) } },
      (answer) => {
        const parts = []
        answer.on("data", (part) => parts.push(part))
        answer.on("error", reject)
        answer.on("end", () =>
          resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString("utf8") }),
        )
      },
    )
    asked.on("error", reject)
    asked.end(body)
  })
}

/** Signs in at a host's own page, as a browser without scripts does; answers the session's cookie. */
export async function signIn(port, host, email, password) {
  const page = await call(port, { host, path: "/sign-in" })
  const form = page.text.match(/<form[\s\S]*?<\/form>/g)?.find((one) => one.includes('name="password"'))
  if (!form) throw new Error(`${host}/sign-in answers ${page.status} without a form`)
  const hidden = [...form.matchAll(/<input type="hidden"[^>]*>/g)].map(([tag]) => [
    attribute(tag, "name"),
    attribute(tag, "value") ?? "",
  ])
  const boundary = `----form${randomBytes(8).toString("hex")}`
  const part = ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const body = `${[...hidden, ["email", email], ["password", password]].map(part).join("")}--${boundary}--\r\n`
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}`, origin: `http://${host}` }
  const answer = await call(port, { host, path: "/sign-in", method: "POST", headers, body })
  const cookies = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0])
  if (!cookies.some((cookie) => cookie.startsWith("__Host-")))
    throw new Error(`${email} could not sign in at ${host}: ${answer.status}`)
  return cookies.join("; ")
}

const entities = { quot: '"', amp: "&", "#x27": "'", lt: "<", gt: ">" }
const attribute = (tag, name) =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1].replace(/&(quot|amp|#x27|lt|gt);/g, (_, entity) => entities[entity])

/** A token for the API. */
export async function tokenOf(port, host, email, password) {
  const answer = await call(port, {
    host,
    path: "/api/v1/auth/login",
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  })
  if (answer.status !== 200) throw new Error(`${email} got no token: ${answer.status} ${answer.text.slice(0, 200)}`)
  return JSON.parse(answer.text).data.accessToken
}

/** What the load generator sends for a page: the router's own request is first sent on to the address with its cache key. */
export async function requestOf(port, { host, path, method, headers = {}, cookie, body, router }) {
  const sent = { ...headers, ...(host && { host }), ...(cookie && { cookie }), ...(router && { rsc: "1" }) }
  const first = await call(port, { host, path, method, headers: sent, body })
  const { location } = first.headers
  const to = router && location?.includes("_rsc") ? location : path
  const answer = to === path ? first : await call(port, { host, path: to, headers: sent })
  if (answer.status < 200 || answer.status > 299) throw new Error(`${host ?? ""}${to} answers ${answer.status}`)
  return { path: to, method, headers: sent, body }
}
