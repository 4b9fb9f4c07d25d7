import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { members, notifications } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import type { Actor } from "@/lib/kernel/actor"
import { listInput, pageOfRows } from "@/lib/kernel/page"
import { type Permission, rolePermissions } from "@/lib/kernel/permissions"
import { notFound } from "@/lib/kernel/refusal"
import { translator } from "@/lib/platform/translator"
import { type FirmEvent, needed, type PortalEvent, placeOf, portalKinds } from "./rules"
import { type SubjectKind, subjectKinds } from "./schema"

export const notificationList = listInput(["createdAt"], { unread: z.boolean().optional() }).omit({ q: true })

// The record as it is called today, and whose it is; both are null once it is gone or hidden.
const its = sql`s.firm_id = notifications.firm_id and s.id = notifications.subject_id`
const clients = sql`join clients c on c.firm_id = s.firm_id and c.id = s.client_id`
const names: Record<SubjectKind, SQL> = {
  client: sql`(select s.name from clients s where ${its})`,
  invoice: sql`(select s.number from invoices s where ${its})`,
  lead: sql`(select s.company_name from leads s where ${its})`,
  proposal: sql`(select s.title from proposals s where ${its})`,
  task: sql`(select s.title from tasks s where ${its})`,
}
const parties: Partial<Record<SubjectKind, SQL>> = {
  invoice: sql`(select c.name from invoices s ${clients} where ${its})`,
  proposal: sql`(select s.company_name from proposals s where ${its})`,
}
const actorName = sql`(select e.actor_name from audit_events e where e.firm_id = notifications.firm_id and e.id = notifications.event_id)`

/** By kind of record; of kinds that aren't named, nothing. */
function byKind(kinds: SubjectKind[], of: Partial<Record<SubjectKind, SQL>>) {
  const cases = kinds.flatMap((kind) => {
    const found = of[kind]
    return found ? [sql`when ${sql.raw(`'${kind}'`)} then ${found}`] : []
  })
  if (cases.length === 0) return sql<string | null>`null::text`
  return sql<string | null>`case notifications.subject_kind ${sql.join(cases, sql` `)} end`
}

/** What the reader may still read; the rest is left out, as if it had not been told. */
function readable(actor: Actor) {
  const portal = actor.surface === "portal"
  const kinds = portal ? portalKinds : subjectKinds.filter((kind) => actor.permissions.has(needed[kind]))
  const name = byKind(kinds, names)
  return {
    columns: {
      id: notifications.id,
      event: notifications.event,
      subjectKind: notifications.subjectKind,
      subjectId: notifications.subjectId,
      readAt: notifications.readAt,
      createdAt: notifications.createdAt,
      name,
      party: portal ? sql<string | null>`null::text` : byKind(kinds, parties),
      who: portal ? sql<string | null>`null::text` : sql<string | null>`${actorName}`,
    },
    where: isNotNull(name),
  }
}

type Row = {
  id: string
  event: string
  subjectKind: SubjectKind
  subjectId: string
  readAt: string | null
  createdAt: string
  name: string | null
  party: string | null
  who: string | null
}

/** In the reader's words. */
function inWords(actor: Actor, { name, party, who, ...row }: Row) {
  const values = { name: name ?? "", party: party ?? "", who: who ?? "", firm: actor.firmName }
  const key =
    actor.surface === "portal"
      ? (`portal.${row.event as PortalEvent}` as const)
      : (`firm.${row.event as FirmEvent}` as const)
  const text = translator(actor.locale, "notifications")(key, values)
  return {
    ...row,
    text,
    sentence: { key, values },
    href: placeOf(row, actor.surface === "portal" ? "portal" : "workspace"),
  }
}

export async function findNotifications(
  db: TenantDb,
  actor: Actor,
  { unread, ...asked }: z.output<typeof notificationList>,
) {
  const { columns, where } = readable(actor)
  const { items, ...page } = await pageOfRows(asked, {
    id: notifications.id,
    sorts: { createdAt: { by: notifications.createdAt, type: "timestamptz" } },
    fallback: "-createdAt",
    where: and(
      where,
      unread === undefined ? undefined : unread ? isNull(notifications.readAt) : isNotNull(notifications.readAt),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...columns, sortValue })
        .from(notifications)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where: SQL | undefined) => db.$count(notifications, where),
  })
  return { ...page, items: items.map((row) => inWords(actor, row)) }
}

/** For every page's bell. */
export async function countUnread(db: TenantDb, actor: Actor) {
  return db.$count(notifications, and(readable(actor).where, isNull(notifications.readAt)))
}

export async function notificationById(db: TenantDb, actor: Actor, id: string) {
  const { columns, where } = readable(actor)
  const [row] = await db
    .select(columns)
    .from(notifications)
    .where(and(eq(notifications.id, id), where))
  if (!row) throw notFound("notification")
  return inWords(actor, row)
}

/** Who looks after something, if they may read it; where that is nobody, all who may. */
export async function readersOf(db: TenantDb, permission: Permission, keepers: (string | null | undefined)[]) {
  const active = await db
    .select({ id: members.id, role: members.role, grants: members.grants })
    .from(members)
    .where(eq(members.status, "active"))
  const readers = active
    .filter(({ role, grants }) => rolePermissions[role]?.includes(permission) || grants.includes(permission))
    .map(({ id }) => id)
  const mine = readers.filter((id) => keepers.includes(id))
  return mine.length > 0 ? mine : readers
}

/** Of these people, those whose bell doesn't say yet that the client wrote. */
export async function untoldOf(db: TenantDb, clientId: string, people: { member: string[]; portalUser: string[] }) {
  const told = await db
    .select({ member: notifications.memberId, portalUser: notifications.portalUserId })
    .from(notifications)
    .where(
      and(
        eq(notifications.event, "message.posted"),
        eq(notifications.subjectId, clientId),
        isNull(notifications.readAt),
        people.member.length > 0
          ? inArray(notifications.memberId, people.member)
          : inArray(notifications.portalUserId, people.portalUser),
      ),
    )
  const known = new Set(told.map(({ member, portalUser }) => member ?? portalUser))
  return {
    member: people.member.filter((id) => !known.has(id)),
    portalUser: people.portalUser.filter((id) => !known.has(id)),
  }
}
