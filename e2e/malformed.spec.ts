import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import fc from "fast-check"
import { size } from "../test/reliability/sizes"
import { actionsOf, places } from "./actions"
import { owner as database } from "./database"
import { expect, test } from "./fixtures"
import { call } from "./http"
import { sendAll } from "./malformed"
import { actionCalls } from "./malformed-actions"
import { apiCalls, type Document, type Malformed, type Sender, visits } from "./malformed-calls"
import { plantWorld } from "./planted"
import { routePolicy } from "./route-policy"
import { manifest, shown } from "./routes"
import { hosts } from "./surroundings"

const seed = Number(process.env.SEED ?? 20_261_125)
const each = size(500, 3_500)

test.describe.configure({ mode: "serial", timeout: size(120_000, 1_200_000) })
// What strangers sent counts against the address that all tests share.
test.afterAll(async () => {
  await database()`delete from auth.failures`
  await database()`delete from auth.rate_limits`
})

const made = (arbitrary: fc.Arbitrary<Malformed>) => fc.sample(arbitrary, { numRuns: each, seed })
const finds = async (what: string, all: Malformed[]) => {
  console.log(`R1 ${what}: ${all.length} requests, seed ${seed}`)
  expect(await sendAll(all)).toEqual([])
}

async function senders() {
  const world = await plantWorld({ firms: 1, clients: 2 })
  const [staff, client] = [world.staff("A1"), world.client("A1")]
  const idOf = (table: string) => world.idOf(table, "A1")
  const as = ({ host, cookie }: { host: string; cookie: string }): Sender => ({
    host,
    idOf,
    headers: { cookie, origin: `http://${host}` },
  })
  const nobody = (host: string): Sender => ({ host, idOf, headers: { origin: `http://${host}` } })
  return {
    acme: as(staff),
    portal: as(client),
    root: nobody(hosts.root),
    auth: nobody(hosts.auth),
    nobody: nobody(staff.host),
  }
}

test("R1 no call of the API, however malformed, makes it fail, hang, or answer an error in another form", async () => {
  const who = await senders()
  const document: Document = JSON.parse((await call(hosts.root, "/api/v1/openapi.json")).text)
  expect(Object.keys(document.paths).length).toBeGreaterThan(100)
  const senderOf = ({ tags, security }: { tags: string[]; security: unknown[] }) =>
    security.length === 0 ? who.nobody : tags[0] === "portal" ? who.portal : who.acme
  await finds("API", made(apiCalls(document, senderOf)))
})

test("R1 no visit of a page or handler makes it fail or hang", async () => {
  const who = await senders()
  const routes = Object.entries(routePolicy)
    .filter(([route]) => !route.startsWith("/_") && route !== "/api/live" && !route.startsWith("/api/v1/["))
    .map(([route, { on }]) => ({ path: shown(route, on), sender: on === "any" ? who.acme : who[on] }))
  await finds("pages and handlers", made(visits(routes)))
})

test("R1 no call of a server action makes it fail or hang", async () => {
  const who = await senders()
  const actions = actionsOf(manifest("server/server-reference-manifest.json"))
    .filter(({ name }) => !/^(design|shell)\/|signOut/.test(name))
    .flatMap((action) =>
      places(action).map(({ host, path }) => ({ id: action.id, name: action.name, path, sender: who[host] })),
    )
  await finds("server actions", made(actionCalls(actions)))
})

test("R1 the search finds a handler that fails, one that hangs, and one that answers an error in its own way", async () => {
  const who = await senders()
  const document: Document = JSON.parse((await call(hosts.root, "/api/v1/openapi.json")).text)
  const planted = createServer((request, response) => {
    let body = ""
    request.on("data", (part) => (body += part))
    request.on("end", () => {
      // What such handlers stumble over: a NUL that reaches the database, a date without a year, a header nobody reads twice.
      if (body.includes("\\u0000")) response.writeHead(500).end()
      else if (body.includes("0000-01-01")) return
      else
        response
          .writeHead(422, { "content-type": "text/plain" })
          .end(request.headers["if-match"] ? "no" : '{"error":{"code":"a","message":"b","details":{}}}')
    })
  })
  await new Promise<void>((resolve) => planted.listen(0, "127.0.0.1", resolve))
  const all = fc.sample(
    apiCalls(document, () => who.acme),
    { numRuns: 700, seed },
  )
  const found = (await sendAll(all, { at: (planted.address() as AddressInfo).port, together: 32 })).join("\n")
  planted.closeAllConnections()
  planted.close()
  expect(found).toMatch(/: 500 /)
  expect(found).toMatch(/no answer within/)
  expect(found).toMatch(/without the error's schema: no/)
})
