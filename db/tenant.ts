import "server-only"
import { sql } from "drizzle-orm"
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js"
import { processWide } from "@/lib/platform/process-wide"
import { sha256 } from "@/lib/platform/secrets"
import { database, type Login, readingDatabase } from "./client"

/** Which door a key opens: each has a login role and policies of its own. */
export type Surface = "workspace" | "portal" | "platform" | "job"

/** What proves who is asking: a session, token, link or job key. The database turns it; nothing else names a firm. */
export type Key = { surface: Surface; secret: string }

/** Who the key belongs to, as the database says. */
export type Entered = {
  keyId: string
  kind: "session" | "access" | "api" | "link" | "job" | "webhook"
  surface: "workspace" | "portal" | "platform"
  firmId: string
  clientId: string | null
  userId: string | null
  subjectId: string | null
  subjectKind: string | null
  scopes: string[] | null
  role: string
  grants: string[]
  actorId: string | null
  actorName: string
  actorEmail: string
  firmName: string
  currency: string
  locale: string
  timeZone: string
  approvesTime: boolean
}

/** The key opens nothing: unknown, expired, revoked, or for another door. */
export class NoSession extends Error {
  override name = "NoSession"
}

declare const tenant: unique symbol
type Transaction = Parameters<Parameters<PostgresJsDatabase["transaction"]>[0]>[0]

/** A transaction bound to what one key opens. withKey is the only place that makes one. */
export type TenantDb = Transaction & { readonly [tenant]: true }

const logins: Record<Surface, Login> = {
  workspace: "app_firm",
  portal: "app_portal",
  platform: "app_platform",
  job: "app_worker",
}

/** Runs `work` in one transaction on the rows that the key opens; all of it happens or none. */
export async function withKey<T>(
  { surface, secret }: Key,
  mode: "read" | "write",
  work: (db: TenantDb, who: Entered) => Promise<T>,
): Promise<T> {
  const rows = mode === "read" ? readingDatabase(logins[surface]) : database(logins[surface])
  const result = await rows.transaction(async (db) => work(db as TenantDb, await enter(db, secret)))
  if (surface !== "job") keepAlive({ surface, secret })
  return result
}

const pause = 5 * 60_000
const kept = processWide("kept-alive", () => new Map<string, number>())

/** A key in use stays alive: noted beside the work, every five minutes at most. Losing one note loses nothing. */
function keepAlive({ surface, secret }: Key) {
  const name = sha256(secret).toString("base64url")
  if ((kept.get(name) ?? Number.NEGATIVE_INFINITY) > performance.now() - pause) return
  if (kept.size > 20_000) kept.clear()
  kept.set(name, performance.now())
  database(logins[surface])
    .execute(sql`select auth.touch(${secret})`)
    .catch(() => kept.delete(name))
}

async function enter(db: Transaction, secret: string): Promise<Entered> {
  try {
    const [row] = await db.execute<Record<string, unknown>>(sql`
      select key_id as "keyId", kind, surface, firm_id as "firmId", client_id as "clientId", user_id as "userId",
        subject_id as "subjectId", subject_kind as "subjectKind", scopes, role, grants, actor_id as "actorId",
        actor_name as "actorName", actor_email as "actorEmail", firm_name as "firmName", currency, locale,
        time_zone as "timeZone", approves_time as "approvesTime" from auth.enter(${secret})`)
    return row as unknown as Entered
  } catch (error) {
    if (sqlState(error) === "28000") throw new NoSession()
    throw error
  }
}

/** PostgreSQL's code of an error, through drizzle's wrapping. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) return e.code
  }
}

/** The name of the constraint that refused a row, if one did. */
export function violatedConstraint(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("constraint_name" in e && typeof e.constraint_name === "string") return e.constraint_name
  }
}
