import type postgres from "postgres"
import type { z } from "zod"
import { gate } from "@/db/gate"
import type { Key } from "@/db/tenant"
import type { Operation, Visit } from "@/lib/kernel/operation"
import { perform } from "@/lib/kernel/perform"
import { withClock } from "@/lib/platform/clock"
import { newSecret, sha256 } from "@/lib/platform/secrets"
import { demoId } from "./people"

type Does = <In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<In, Out>,
  input: z.input<In>,
) => Promise<z.output<Out>>

export type World = {
  firmId: string
  subdomain: string
  currency: string
  /** Does something as a member or portal user of the firm, at a day of the demo's past (days before today, and the hour). */
  as(email: string): { does: Does; on(daysAgo: number, hour?: number): { does: Does } }
  /** Does what the queue would do. */
  system: { does: Does; on(daysAgo: number, hour?: number): { does: Does } }
  /** The calendar day so many days ago, as YYYY-MM-DD. */
  day(daysAgo: number): string
  member(email: string): string
  /** The database as its owner sees it, for what no operation does yet (a portal user's password). */
  sql: postgres.Sql
}

/** The demo's way in: real keys, real operations, clocks in the past. */
export async function openWorld(sql: postgres.Sql, firmId: string, today: Date): Promise<World> {
  const firm = await gate.firmByHost("id", firmId)
  if (!firm) throw new Error("the demo's firm is missing")
  const keys = new Map<string, Promise<{ key: Key; visit: Visit }>>()

  const moment = (daysAgo: number, hour = 10) => {
    const at = new Date(today)
    at.setUTCDate(at.getUTCDate() - daysAgo)
    at.setUTCHours(hour, 12, 0, 0)
    return at > today ? today : at
  }

  async function openKey(who: string) {
    const secret = newSecret()
    const [portal] =
      who === "system"
        ? []
        : await sql<{ userId: string; clientId: string }[]>`
      select user_id as "userId", client_id as "clientId" from portal_users where firm_id = ${firmId} and email = ${who} and status = 'active'`
    const surface = who === "system" ? ("job" as const) : portal ? ("portal" as const) : ("workspace" as const)
    await sql`insert into auth.keys (hash, kind, surface, firm_id, client_id, user_id, expires_at) values (${sha256(secret)},
      ${surface === "job" ? "job" : "access"}, ${surface === "job" ? "workspace" : surface}, ${firmId}, ${portal?.clientId ?? null},
      ${who === "system" ? null : (portal?.userId ?? demoId(`user ${who}`))}, now() + interval '1 hour')`
    const site = { kind: surface === "portal" ? ("portal" as const) : ("firm" as const), host: "seed", firm: firm! }
    return { key: { surface, secret }, visit: { site, ip: "127.0.0.1", userAgent: "seed", requestId: "seed" } }
  }

  const actorFor = (who: string) => {
    const doesAt =
      (at: Date): Does =>
      async (operation, input) => {
        if (!keys.has(who)) keys.set(who, openKey(who))
        const { key, visit } = await keys.get(who)!
        return withClock(at, () => perform(operation, key, input, visit))
      }
    return { does: doesAt(today), on: (daysAgo: number, hour?: number) => ({ does: doesAt(moment(daysAgo, hour)) }) }
  }

  return {
    firmId,
    subdomain: firm.subdomain,
    currency: firm.currency,
    as: actorFor,
    system: actorFor("system"),
    day: (daysAgo) => moment(daysAgo).toISOString().slice(0, 10),
    member: (email) => demoId(`member ${email}`),
    sql,
  }
}
