import { appendFileSync } from "node:fs"
import { size } from "../test/reliability/sizes"
import { actionsOf, places } from "./actions"
import { Api } from "./api"
import {
  type Canaries,
  canaries,
  canariesIn,
  inDatabase,
  inLogs,
  logOf,
  readLog,
  watchJobs,
  watchNoLonger,
} from "./canaries"
import { owner as database } from "./database"
import { expect, test } from "./fixtures"
import { submit } from "./forms"
import { call } from "./http"
import { linkIn, mailWith } from "./mailbox"
import type { Document } from "./malformed-calls"
import { plantWorld } from "./planted"
import { routePolicy } from "./route-policy"
import { manifest, shown } from "./routes"
import { type Carried, inAction, inRequest } from "./secret-shapes"
import { hosts } from "./surroundings"
import { invite, join } from "./team"

test.describe.configure({ mode: "serial", timeout: size(120_000, 600_000) })
test.beforeAll(watchJobs)
test.afterAll(async () => {
  await watchNoLonger()
  await database()`delete from auth.failures`
  await database()`delete from auth.rate_limits`
})

/** Sends them, eight at once; answers what errors told of the secrets that they were sent. */
async function sendAll(all: Carried[], secrets: Canaries): Promise<string[]> {
  const told: string[] = []
  const queue = all.values()
  const lane = async () => {
    for (const one of queue) {
      const { status, text, headers } = await call(one.host, one.path, one)
      if (status >= 400 && !one.inAddress)
        told.push(
          ...canariesIn(
            text + JSON.stringify(headers),
            secrets,
            `${status} of ${one.method} ${one.path} (${one.shape})`,
          ),
        )
    }
  }
  await Promise.all(Array.from({ length: 8 }, lane))
  return told
}

/** Every door of the build with the secrets in every part of a request that can carry them. */
async function everywhere(secrets: Canaries): Promise<Carried[]> {
  const world = await plantWorld({ firms: 1, clients: 1 })
  const [staff, client] = [world.staff("A1"), world.client("A1")]
  const document: Document = JSON.parse((await call(hosts.root, "/api/v1/openapi.json")).text)
  const api = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => !/^auth_(logout|signOutEverywhere)/.test(operationId))
      .flatMap(([method, { tags, requestBody }]) =>
        inRequest(
          {
            sender: tags[0] === "portal" ? client : staff,
            method: method.toUpperCase(),
            path: `/api/v1${path}`,
            fields: Object.keys(requestBody?.content["application/json"].schema.properties ?? {}),
          },
          secrets,
        ),
      ),
  )
  const hostOf = { acme: staff.host, any: staff.host, portal: client.host, root: hosts.root, auth: hosts.auth }
  const pages = Object.entries(routePolicy)
    .filter(([route]) => !route.startsWith("/_") && !/\/api\/(live|v1\/\[)/.test(route))
    .flatMap(([route, rule]) => {
      const { on } = rule
      const method = ("method" in rule && rule.method) || "GET"
      const sender = { ...(on === "portal" ? client : staff), host: hostOf[on] }
      return inRequest({ sender, method, path: shown(route, on), fields: [] }, secrets)
    })
  const actions = actionsOf(manifest("server/server-reference-manifest.json"))
    .filter(({ name }) => !/^(design|shell)\/|signOut/.test(name))
    .flatMap((action) =>
      places(action).flatMap(({ host, path }) =>
        inAction(
          { id: action.id, path, sender: { ...(host === "portal" ? client : staff), host: hostOf[host] } },
          secrets,
        ),
      ),
    )
  // Each door in some of the shapes, each shape at many doors.
  return [...api, ...pages, ...actions].filter((_, at) => at % 5 < size(1, 5))
}

test("R9 secrets that come in where none belong are in no log, no row, no job and no error", async () => {
  const secrets = canaries()
  const before = { web: readLog("web").length }
  const all = await everywhere(secrets)
  expect(all.length).toBeGreaterThan(size(500, 2_500))
  expect(await sendAll(all, secrets)).toEqual([])
  console.log(`R9: ${all.length} requests`)
  // Some of it was refused in the log.
  expect(readLog("web").slice(before.web)).toContain("webhook refused")
  expect([...inLogs(secrets), ...(await inDatabase(secrets))]).toEqual([])
})

test("R9 secrets that do what they are for are in no log, no row and no job", async ({ tokens }) => {
  const owner = await tokens("owner")
  const { password } = canaries()
  const { email, token, link } = await invite(owner, { role: "admin" })
  expect((await join(link.host, token, password)).status).toBe(200)
  const { tokens: session } = await Api.signIn("acme", email, password!)
  const { data: turned } = await new Api(hosts.acme).post<typeof session>("/auth/refresh", {
    refreshToken: session.refreshToken,
  })
  const program = new Api(hosts.acme, turned.accessToken)
  const { data: made } = await program.post<{ key: string }>(
    "/firm/api-keys",
    { name: "Canary", scopes: ["clients:read"] },
    { expect: 201, headers: { "idempotency-key": "canary-key" } },
  )
  await new Api(hosts.acme, made.key).get("/clients/clients?limit=1")
  await submit(hosts.acme, "/forgot", { email })
  const reset = linkIn(await mailWith(email, /^\/reset\//), /^\/reset\//)
    .pathname.split("/")
    .at(-1)!
  const { password: next } = canaries()
  await new Api(hosts.acme).post("/auth/reset", { token: reset, password: next }, { expect: 200 })
  const signedIn = await submit(hosts.acme, "/sign-in", { email, password: next! })
  const cookie = /__Host-fs=([^;]+)/.exec(String(signedIn.headers["set-cookie"]))![1]!

  const secrets: Canaries = {
    password: password!,
    nextPassword: next!,
    invitationSecret: token,
    resetSecret: reset,
    accessToken: session.accessToken,
    refreshToken: session.refreshToken,
    turnedAccessToken: turned.accessToken,
    turnedRefreshToken: turned.refreshToken,
    apiKey: made.key,
    session: cookie,
  }
  // A known gap: so that the answer can be given again, it is kept with the key that was made, as long as it may be asked for.
  const kept = (sentence: string) => sentence.startsWith("apiKey in public.idempotency_keys")
  expect([...inLogs(secrets), ...(await inDatabase(secrets))].filter((one) => !kept(one))).toEqual([])
})

test("R9 what fails inside says nothing of the secrets it was given, in the web's log and in the worker's", async () => {
  const secrets = canaries()
  const before = { web: readLog("web").length, worker: readLog("worker").length }
  const { password, resetSecret, refreshToken, accessToken, invitationSecret } = secrets
  const sql = database()
  await sql`alter table auth.failures rename to failures_away`
  await sql`alter table auth.keys rename to keys_away`
  const told: string[] = []
  try {
    const open = new Api(hosts.acme, accessToken)
    const answers = [
      await open.post("/auth/login", { email: `${resetSecret}@acme.test`, password }),
      await open.post("/auth/refresh", { refreshToken }),
      await open.post("/auth/reset", { token: resetSecret, password }),
      await join(hosts.acme, invitationSecret!, password),
      await submit(hosts.acme, "/sign-in", { email: "canary@acme.test", password: password! }),
      await call(hosts.acme, "/leads", { headers: { cookie: `__Host-fs=${refreshToken}` } }),
    ]
    expect(answers.filter(({ status }) => status >= 500).length).toBeGreaterThan(3)
    for (const { status, text } of answers) told.push(...canariesIn(text, secrets, `an answer ${status}`))
  } finally {
    await sql`alter table auth.keys_away rename to keys`
    await sql`alter table auth.failures_away rename to failures`
  }
  await sql`select graphile_worker.add_job(t.identifier, ${sql.json({ ...secrets, key: secrets.apiKey!, firmId: "x" })}::json, max_attempts := 1)
    from graphile_worker._private_tasks t`
  const waiting = () => sql`select 1 from graphile_worker._private_jobs
    where payload ->> 'firmId' = 'x' and (attempts < max_attempts or locked_at is not null)`
  await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(0)
  expect(readLog("web").slice(before.web)).toMatch(/request failed/)
  expect(readLog("web").slice(before.web)).toMatch(/action failed/)
  expect(readLog("worker").slice(before.worker).length).toBeGreaterThan(0)
  await sql`delete from graphile_worker._private_jobs where payload ->> 'firmId' = 'x'`
  expect([...told, ...inLogs(secrets)]).toEqual([])
})

test("R9 the search finds a line that is planted in a log, a job that carried a secret, and a row that keeps one", async () => {
  const secrets = canaries()
  appendFileSync(logOf("web"), `${JSON.stringify({ level: "info", msg: `signed in with ${secrets.password}` })}\n`)
  appendFileSync(logOf("worker"), `paid with ${secrets.cardNumber!.replace(/\d{4}(?=\d)/g, "$& ")}\n`)
  expect(inLogs(secrets).join("\n")).toMatch(/password in the web log[\s\S]*cardNumber in the worker log/)

  const job = database().json({ firmId: "planted", token: secrets.resetSecret! })
  await database()`select graphile_worker.add_job('no such task', ${job}::json)`
  await database()`delete from graphile_worker._private_jobs where payload ->> 'firmId' = 'planted'`
  await database()`update auth.users set name = ${secrets.apiKey!} where email = 'viewer@acme.test'`
  const found = await inDatabase(secrets)
  await database()`update auth.users set name = 'Vera Viewer' where email = 'viewer@acme.test'`
  expect(found.join("\n")).toMatch(/resetSecret in witness.payloads/)
  expect(found.join("\n")).toMatch(/apiKey in auth.users/)
})
