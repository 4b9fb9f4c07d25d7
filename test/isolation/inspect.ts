import { createHash } from "node:crypto"
import type postgres from "postgres"
import { idOf, type Owner } from "@/db/isolation/rows"
import type { Operation } from "@/lib/kernel/operation"
import { type Permission, rolePermissions } from "@/lib/kernel/permissions"
import { serveRest } from "@/lib/kernel/rest"
import { requestFor, type Shape, shapeOf } from "./samples"

export type Actor = {
  name: string
  headers: Record<string, string>
  role: string | null
  surface: "workspace" | "portal" | "platform" | null
  owner: Owner | null
}

type Serve = (request: Request) => Promise<Response>

/** Calls every operation as everybody with everybody's ids; answers what went wrong, nothing is what is wanted. */
export async function inspectOperations(
  operations: Operation[],
  actors: Actor[],
  sql: postgres.Sql,
): Promise<string[]> {
  const serve = serveRest(operations)
  const found: string[] = []
  for (const operation of operations.filter(({ rest }) => rest)) {
    if (operation.enter || operation.credential) continue
    const shape = shapeOf(operation)
    if (typeof shape === "string") {
      found.push(shape)
      continue
    }
    const before = await fingerprint(sql)
    for (const actor of actors) found.push(...(await asActor(serve, shape, actor)))
    if ((await fingerprint(sql)) !== before) found.push(`${operation.name}: a refused or rehearsed call changed rows`)
  }
  return found
}

async function asActor(serve: Serve, shape: Shape, actor: Actor): Promise<string[]> {
  const { operation, ids } = shape
  const say = (what: string) => `${operation.name} as ${actor.name}: ${what}`
  const allowed = mayCall(operation, actor)

  if (!allowed) {
    // Called in earnest: a refusal must come before anything is looked up or done.
    const response = await serve(requestFor(shape, { all: "A1" }, actor.headers))
    const wanted = actor.role === null ? 401 : 403
    return response.status === wanted ? [] : [say(`answered ${response.status} where ${wanted} was due`)]
  }

  const found: string[] = []
  const own = await serve(requestFor(shape, { all: actor.owner! }, actor.headers, true))
  if ([401, 403].includes(own.status) || own.status >= 500)
    found.push(say(`own rows answered ${own.status}: ${await own.text()}`))
  for (const { field } of ids) {
    const nobodys = await answerTo(serve, shape, { all: actor.owner!, [field]: "nobody" }, actor)
    for (const stranger of strangersTo(actor)) {
      const theirs = await answerTo(serve, shape, { all: actor.owner!, [field]: stranger }, actor)
      if (theirs.status >= 500) found.push(say(`${field} of ${stranger} answered ${theirs.status}: ${theirs.body}`))
      if (theirs.status !== nobodys.status || theirs.body !== nobodys.body) {
        found.push(
          say(
            `${field} of ${stranger} is told apart from nobody's: ${theirs.status} ${theirs.body} / ${nobodys.status} ${nobodys.body}`,
          ),
        )
      }
      if (theirs.status < 300 && leaks(theirs.body, stranger))
        found.push(say(`${field} of ${stranger} answered with their rows`))
    }
  }
  return found
}

function mayCall({ permission }: Operation, { role, surface }: Actor): boolean {
  if (role === null) return false
  const wanted =
    permission === "self:use"
      ? surface
      : permission.startsWith("portal:")
        ? "portal"
        : permission.startsWith("platform:")
          ? "platform"
          : "workspace"
  return surface === wanted && (rolePermissions[role] as readonly Permission[]).includes(permission)
}

const strangersTo = ({ surface, owner }: Actor): Owner[] =>
  surface === "platform" ? [] : owner === "B1" ? ["A1"] : surface === "portal" ? ["A2", "B1"] : ["B1"]

async function answerTo(serve: Serve, shape: Shape, whose: Record<string, Owner | "nobody">, actor: Actor) {
  const response = await serve(requestFor(shape, whose, actor.headers, true))
  return { status: response.status, body: (await response.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "an id") }
}

const leaks = (body: string, stranger: Owner) =>
  new RegExp(`\\b\\w+ ${stranger}\\b`).test(body) || body.includes(idOf("clients", stranger))

/** All rows of all firms in one hash: what changes when anything changes. Keys' and limits' bookkeeping is left out. */
async function fingerprint(sql: postgres.Sql): Promise<string> {
  const tables = await sql<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public' order by 1`
  const hash = createHash("sha256")
  for (const { name } of tables) {
    const [row] = await sql.unsafe<{ hash: string }[]>(
      `select coalesce(sum(hashtextextended(t::text, 0)), 0)::text as hash from public.${name} t`,
    )
    hash.update(`${name}=${row!.hash};`)
  }
  return hash.digest("hex")
}
