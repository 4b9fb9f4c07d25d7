import postgres from "postgres"
import type { z } from "zod"
import type { HostFirm } from "@/db/gate"
import type { Key } from "@/db/tenant"
import type { Operation, Visit } from "@/lib/kernel/operation"
import { perform } from "@/lib/kernel/perform"
import type { Permission } from "@/lib/kernel/permissions"
import { processWide } from "@/lib/platform/process-wide"
import { newSecret, sha256 } from "@/lib/platform/secrets"

/** The database as its owner sees it: for arranging and for looking, never for what is tested. */
export const owner = processWide("test-owner", () =>
  postgres(process.env.MIGRATION_DATABASE_URL!, { max: 4, onnotice: () => {} }),
)

export type Somebody = {
  key: Key
  visit: Visit
  userId: string
  id: string
  does<In extends z.ZodType, Out extends z.ZodType>(
    operation: Operation<In, Out>,
    input: z.input<In>,
    visit?: Partial<Visit>,
  ): Promise<z.output<Out>>
}

let counter = 0

/** A firm of its own for each test, so tests share one database and never meet. */
export async function aFirm(
  values: { name?: string; approvesTime?: boolean; stripeAccountId?: string; timeZone?: string } = {},
) {
  const id = crypto.randomUUID()
  const subdomain = `t${process.pid}-${Date.now().toString(36)}-${counter++}`
  const name = values.name ?? "Test firm"
  await owner`insert into firms (id, name, subdomain, currency, time_zone, approves_time, stripe_account_id, stripe_ready, created_at, updated_at)
    values (${id}, ${name}, ${subdomain}, 'USD', ${values.timeZone ?? "UTC"}, ${values.approvesTime ?? false}, ${values.stripeAccountId ?? null},
      ${Boolean(values.stripeAccountId)}, now(), now())`
  const firm: HostFirm = {
    id,
    name,
    subdomain,
    portalDomain: null,
    accent: "#3b5bdb",
    locale: "en",
    currency: "USD",
    logoKey: null,
    suspended: false,
  }

  return {
    firm,
    owner: await aMember(firm, "owner"),
    member: (role: string, grants: Permission[] = []) => aMember(firm, role, grants),
    portalUser: (clientId: string, role = "admin") => aPortalUser(firm, clientId, role),
    /** What the queue does for this firm. */
    system: await aKey(firm, "job", { kind: "job" }),
  }
}

async function aMember(firm: HostFirm, role: string, grants: string[] = []) {
  const [userId, id] = [crypto.randomUUID(), crypto.randomUUID()]
  const email = `${role}-${userId}@firm.test`
  await owner`insert into auth.users (id, email, name, email_verified_at) values (${userId}, ${email}, ${`Test ${role}`}, now())`
  await owner`insert into members (firm_id, id, user_id, email, name, role, grants, status, joined_at, created_at, updated_at)
    values (${firm.id}, ${id}, ${userId}, ${email}, ${`Test ${role}`}, ${role}, ${grants}, 'active', now(), now(), now())`
  return aKey(firm, "workspace", { userId, id })
}

async function aPortalUser(firm: HostFirm, clientId: string, role: string) {
  const [userId, id] = [crypto.randomUUID(), crypto.randomUUID()]
  const email = `client-${userId}@client.test`
  await owner`insert into auth.users (id, email, name, email_verified_at) values (${userId}, ${email}, 'Pat Client', now())`
  await owner`insert into portal_users (firm_id, id, client_id, user_id, email, name, role, status, joined_at, created_at, updated_at)
    values (${firm.id}, ${id}, ${clientId}, ${userId}, ${email}, 'Pat Client', ${role}, 'active', now(), now(), now())`
  return aKey(firm, "portal", { userId, id, clientId })
}

async function aKey(
  firm: HostFirm,
  surface: Key["surface"],
  { kind = "session", userId = null as string | null, id = "", clientId = null as string | null },
): Promise<Somebody> {
  const secret = newSecret()
  await owner`insert into auth.keys (hash, kind, surface, firm_id, client_id, user_id, expires_at)
    values (${sha256(secret)}, ${kind}, ${surface === "job" ? "workspace" : surface}, ${firm.id}, ${clientId}, ${userId}, now() + interval '1 day')`
  const key = { surface, secret }
  const site = surface === "portal" ? "portal" : "firm"
  const visit: Visit = {
    site: { kind: site, host: `${firm.subdomain}.${site === "portal" ? "portal." : ""}localhost:3000`, firm },
    ip: "127.0.0.1",
    userAgent: "vitest",
    requestId: crypto.randomUUID(),
  }
  return {
    key,
    visit,
    userId: userId ?? "",
    id,
    does: (operation, input, over) => perform(operation, key, input, { ...visit, ...over }),
  }
}

/** The audit trail of a firm, oldest first. */
export const eventsOf = (firm: HostFirm) =>
  owner<
    {
      name: string
      subjectId: string
      operation: string
      actorId: string | null
      actorKind: string
      fields: string[]
    }[]
  >`
    select name, subject_id as "subjectId", operation, actor_id as "actorId", actor_kind as "actorKind", fields
      from audit_events where firm_id = ${firm.id} order by at, id`

/** What waits in the queue for a firm. */
export const queuedFor = (firm: HostFirm) =>
  owner<{ task: string; payload: Record<string, unknown> }[]>`
    select t.identifier as task, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.payload ->> 'firmId' = ${firm.id} order by j.id`
