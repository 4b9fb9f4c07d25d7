import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { owner as database } from "./database"
import { submit } from "./forms"
import { call, type Reply } from "./http"
import type { Actor, Open, Rule } from "./route-policy"
import { hosts, password, people } from "./surroundings"

export const buildFolder = process.env.E2E_BUILD ?? ".next"
export const manifest = <T>(name: string): T => JSON.parse(readFileSync(join(buildFolder, name), "utf8"))
/** The routes of the build, as they are below each surface's prefix. */
export const routesOf = (paths: Record<string, string>) => [...new Set(Object.values(paths))].sort()

const surfaces = { acme: "/w", portal: "/p", root: "/m", auth: "/a" }
/** A route's path as its host shows it. */
export const shown = (route: string, on: keyof typeof surfaces | "any") =>
  (on !== "any" && `${route}/`.startsWith(`${surfaces[on]}/`) ? route.slice(2) : route) || "/"

const cookies = { acme: "__Host-fs", portal: "__Host-ps", root: "__Host-cs", auth: "__Host-fs" }
const secrets = new Map<string, Promise<string>>()

/** The secret of an actor's session, signed in once; `newcomer` is a member of staff to whom nothing was granted. */
async function secretOf(actor: Actor, newcomer: string): Promise<string> {
  const { host, email } = actor === "newcomer" ? ({ host: "acme", email: newcomer } as const) : people[actor as "owner"]
  const answer = await submit(hosts[host], "/sign-in", {
    email,
    password: actor === "newcomer" ? "four unrelated words" : password,
  })
  const [, secret] = /^__Host-\w+=([^;]+)/.exec(answer.headers["set-cookie"]?.[0] ?? "") ?? []
  if (!secret) throw new Error(`${email} can't sign in: ${answer.status}`)
  return secret
}

/** Sends the actor's secret under the name that the host's own sessions have: what an attacker would try. */
export async function cookieFor(
  actor: Actor,
  on: keyof typeof cookies,
  newcomer: string,
): Promise<Record<string, string>> {
  if (actor === "anonymous") return {}
  if (!secrets.has(actor)) secrets.set(actor, secretOf(actor, newcomer))
  return { cookie: `${cookies[on]}=${await secrets.get(actor)}` }
}

export type Variant = "own" | "sibling" | "foreign" | "random" | "malformed"
type Row = { id: string; client_id?: string }
const firmOf = (subdomain: string) =>
  database()`select id from firms where subdomain = ${subdomain}`.then(([row]) => row!.id as string)
const clientOf = (name: string) =>
  database()`select id from clients where name like ${`${name}%`} limit 1`.then(([row]) => row!.id as string)

/** The newest row of a table in somebody's reach, as a rule wants it. */
export async function rowOf(table: string, firm: string, client?: string, where = "true"): Promise<Row> {
  const db = database()
  if (table === "firms") return (await db<Row[]>`select id from firms where subdomain = ${firm}`)[0]!
  const column = table === "clients" ? "id" : "client_id"
  const narrowed = client ? db`and ${db(column)} = ${await clientOf(client)}` : db``
  const visible =
    client && table === "tasks"
      ? db`and client_visible`
      : client && table === "invoices"
        ? db`and status <> 'draft'`
        : db``
  const [row] = await db<Row[]>`select * from ${db(table)} where firm_id = ${await firmOf(firm)} ${narrowed} ${visible}
    and ${db.unsafe(where)} order by id desc limit 1`
  if (!row) throw new Error(`${client ?? firm} has no row in ${table} where ${where}: there is nothing to try with`)
  return row
}

const own: Partial<Record<Actor, [string, string?]>> = { pat: ["acme", "Northwind"], gil: ["acme", "Globex"] }
const sibling: Partial<Record<Actor, [string, string?]>> = { pat: ["acme", "Globex"], gil: ["acme", "Northwind"] }

const ofPerson = (actor: Actor) =>
  `coalesce(member_id, portal_user_id) in (select id from members where email = '${people[actor as "owner"].email}'
    union all select id from portal_users where email = '${people[actor as "owner"].email}')`

/** The path of a rule's page with somebody's ids in it; undefined where there is no such case. */
export async function pathFor(route: string, rule: Rule, actor: Actor, variant: Variant): Promise<string | undefined> {
  const path = shown(route, rule.on).replace("[...rest]", "no-such-page")
  const tables = rule.of ?? []
  if (tables.length === 0) return variant === "own" ? path : undefined
  if (variant === "sibling" && (rule.on !== "portal" || !sibling[actor])) return undefined
  if (variant === "foreign" && rule.on === "root") return undefined
  const reach =
    variant === "sibling"
      ? sibling[actor]!
      : variant === "foreign"
        ? (["birch"] as const)
        : (rule.on === "portal" && own[actor]) || (["acme"] as const)
  const where = rule.personal ? ofPerson(rule.to.includes(actor) ? actor : rule.to[0]!) : rule.where
  const row = await rowOf(tables.at(-1)!, reach[0], reach[1], variant === "own" ? where : undefined)
  const id = variant === "random" ? randomUUID() : variant === "malformed" ? "not-an-id" : row.id
  const ids = tables.length === 1 ? [id] : [row.client_id!, id]
  return path.replace(/\[\w+\]/g, () => ids.shift()!)
}

export type Expected = { status: number; location?: RegExp }
const hasSession = (actor: Actor, on: Rule["on"]) =>
  ({ acme: ["owner", "viewer", "newcomer"], portal: ["pat", "gil"], root: ["operator"], auth: [] as string[] })[
    on
  ].includes(actor)

/** What the policy promises an actor for a case. */
export function expected(rule: Rule, actor: Actor, variant: Variant): Expected {
  // The portal has pages for people without a session: what is no page of it is not found.
  if (rule.to.length === 0 && rule.on === "portal") return { status: 404 }
  if (!hasSession(actor, rule.on)) return { status: 307, location: /^\/sign-in(\?|$)/ }
  if (rule.to.length === 0) return { status: 404 }
  if (rule.personal)
    return variant === "own" && rule.to.includes(actor) ? { status: 307, location: /^\/(?!sign-in)/ } : { status: 404 }
  if (!rule.to.includes(actor)) return { status: 403 }
  return { status: variant === "own" ? 200 : 404 }
}

const pushed = /self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g

/**
 * A page without what differs from one request to the next: nonces, ids, times, the bell, and in what pieces and order
 * the data for the router arrives.
 */
export function essence({ text }: Reply): string {
  const rows = [...text.matchAll(pushed)]
    .map(([, piece]) => JSON.parse(piece!) as string)
    .join("")
    .split("\n")
  const data = rows.map((row) =>
    withoutBell(row)
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time")
      .replace(/^[0-9a-f]+:/, "")
      .replace(/\$[A-Z@]?[0-9a-f]+/g, "$"),
  )
  const markup = text
    .replace(/<script\b[\s\S]*?<\/script>/g, "")
    .replace(/<button[^>]*popovertarget="notices"[\s\S]*?<\/button>/gi, "")
    .replace(/<section[^>]*id="notices"[\s\S]*?<\/section>/g, "")
  return [markup, ...data.sort()]
    .join("\n")
    .replace(/nonce="[^"]*"|[\w+/-]{22}==/g, "nonce")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, "id")
    .replace(/\b1[6-9]\d{11}\b/g, "time")
    .replace(/k[0-9a-f]{32}/g, "key")
}

/** What rings for somebody between two requests is no difference of the page. */
function withoutBell(row: string): string {
  const [, name, json] = /^([0-9a-f]+:)(\[.*\])$/.exec(row) ?? []
  if (!json?.includes('"allHref"')) return row
  const isBell = (value: unknown) => Array.isArray(value) && value[0] === "$" && value[3]?.allHref !== undefined
  return name + JSON.stringify(JSON.parse(json, (_key, value) => (isBell(value) ? null : value)))
}

/** Sentences about answers that are not what the policy promises. */
export async function tryRoute(
  route: string,
  rule: Rule,
  actor: Actor,
  newcomer: string,
): Promise<{ tried: number; problems: string[] }> {
  const problems: string[] = []
  const seen = new Map<Variant, { path: string; essence: string }>()
  let tried = 0
  const headers = await cookieFor(actor, rule.on, newcomer)
  for (const variant of ["own", "sibling", "foreign", "random", "malformed"] as const) {
    const path = await pathFor(route, rule, actor, variant)
    if (!path) continue
    const answer = await call(hosts[rule.on], path, { headers })
    const wanted = expected(rule, actor, variant)
    tried++
    const location = answer.headers.location ?? ""
    if (answer.status !== wanted.status || (wanted.location && !wanted.location.test(location)))
      problems.push(`${actor} gets ${answer.status} ${location} for ${variant} ${path}, not ${wanted.status}`)
    seen.set(variant, { path, essence: essence(answer) })
  }
  const random = seen.get("random")
  for (const variant of ["foreign", "sibling"] as const) {
    const other = seen.get(variant)
    if (!other || !random || other.essence === random.essence) continue
    // What others do meanwhile changes a page's counts once; what tells rows apart is there each time.
    const again = async ({ path }: { path: string }) => essence(await call(hosts[rule.on], path, { headers }))
    if ((await again(other)) !== (await again(random)) && (await again(random)) !== (await again(other)))
      problems.push(`${actor} can tell ${variant} from random at ${route}`)
  }
  return { tried, problems }
}

export async function tryOpen(route: string, { on, answers, method }: Open): Promise<string[]> {
  const host = on === "any" ? "root" : on
  const path = shown(route, on).replace(/\[[\w.]+\]/g, "no-such-thing")
  const headers: Record<string, string> = method
    ? { origin: `http://${hosts[host]}`, "content-type": "application/json" }
    : {}
  const answer = await call(hosts[host], path, { method, headers, body: method && "{}" })
  return answer.status === answers ? [] : [`everybody gets ${answer.status} for ${path}, not ${answers}`]
}

/** Names on one side alone: what nobody declared, and what was declared and is gone. */
export const difference = (here: string[], there: string[]) => here.filter((name) => !there.includes(name))
