import { and, eq, isNull, lte, or, sql } from "drizzle-orm"
import { auditEvents, clients, comments, invoices, leads, notifications, proposals, prospects } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { countUnread } from "@/lib/domains/messages/queries"
import { activePortalUsers } from "@/lib/domains/portal-users/queries"
import { assignmentOf, findTask, peopleOfTask } from "@/lib/domains/tasks/queries"
import type { Actor } from "@/lib/kernel/actor"
import { now } from "@/lib/platform/clock"
import { notificationById, readersOf, untoldOf } from "./queries"
import { isTelling, needed, type TellingEvent } from "./rules"
import type { SubjectKind } from "./schema"

type Told = Pick<typeof auditEvents.$inferSelect, "id" | "at" | "subjectId" | "clientId" | "actorId" | "actorKind">
type Audience = { kind: SubjectKind; id: string; members?: string[]; portalOf?: string | null }

/** What happened, as the trail keeps it. */
export async function eventById(db: TenantDb, id: string) {
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.id, id))
  return event
}

/** Tells those whom it concerns, never who did it; doing so again tells nobody twice. */
export async function tell(db: TenantDb, event: Told & { name: string }): Promise<number> {
  if (!isTelling(event.name)) return 0
  const audience = await audiences[event.name](db, event)
  if (!audience) return 0
  const { kind: subjectKind, id: subjectId, portalOf } = audience
  const portal = portalOf ? (await activePortalUsers(db, portalOf)).map(({ id }) => id) : []
  let people = { member: audience.members ?? [], portalUser: portal }
  if (event.name === "message.posted") people = await untoldOf(db, subjectId, people)
  const told = { eventId: event.id, event: event.name, subjectKind, subjectId, createdAt: event.at }
  const rows = [
    ...people.member.map((memberId) => ({ ...told, memberId })),
    ...people.portalUser.map((portalUserId) => ({ ...told, portalUserId, clientId: portalOf! })),
  ].filter((row) => ("memberId" in row ? row.memberId : row.portalUserId) !== event.actorId)
  if (rows.length === 0) return 0
  const made = await db.insert(notifications).values(rows).onConflictDoNothing().returning({ id: notifications.id })
  return made.length
}

const audiences: Record<TellingEvent, (db: TenantDb, event: Told) => Promise<Audience | null>> = {
  "proposal.accepted": decided,
  "proposal.declined": decided,
  "invoice.paid": moneyMoved,
  "invoice.part_paid": moneyMoved,
  "payment_link.failed": moneyMoved,
  "task.assigned": assigned,
  "comment.added": commented,
  "message.posted": written,
  "lead.created": cameIn,
  "proposal.sent": async (_db, { subjectId, clientId }) => ({ kind: "proposal", id: subjectId, portalOf: clientId }),
  "invoice.sent": async (_db, { subjectId, clientId }) => ({ kind: "invoice", id: subjectId, portalOf: clientId }),
}

async function decided(db: TenantDb, { subjectId: id }: Told): Promise<Audience> {
  const [prospect] = await db
    .select({ ownerId: prospects.ownerId })
    .from(prospects)
    .innerJoin(proposals, and(eq(proposals.firmId, prospects.firmId), eq(proposals.prospectId, prospects.id)))
    .where(eq(proposals.id, id))
  return { kind: "proposal", id, members: await readersOf(db, needed.proposal, [prospect?.ownerId]) }
}

async function moneyMoved(db: TenantDb, { subjectId: id }: Told): Promise<Audience> {
  const [client] = await db
    .select({ ownerId: clients.ownerId })
    .from(clients)
    .innerJoin(invoices, and(eq(invoices.firmId, clients.firmId), eq(invoices.clientId, clients.id)))
    .where(eq(invoices.id, id))
  return { kind: "invoice", id, members: await readersOf(db, needed.invoice, [client?.ownerId]) }
}

async function assigned(db: TenantDb, event: Told): Promise<Audience | null> {
  const given = await assignmentOf(db, event)
  return given && { kind: "task", id: event.subjectId, members: [given.id] }
}

/** A client's comment concerns who answers for the task; the firm's concerns its assignee, and the client if they see it. */
async function commented(db: TenantDb, { subjectId, clientId }: Told): Promise<Audience | null> {
  const [comment] = await db.select().from(comments).where(eq(comments.id, subjectId))
  const task = comment && (await findTask(db, comment.taskId))
  if (!task) return null
  if (comment.authorKind === "client") {
    const people = await peopleOfTask(db, task)
    return { kind: "task", id: task.id, members: people.map(({ id }) => id) }
  }
  const assignee = task.assigneeId ? [task.assigneeId] : []
  // The event names the client if they saw the task then; they have to see it now, too.
  return { kind: "task", id: task.id, members: assignee, portalOf: task.clientVisible ? clientId : null }
}

/** Between the message and now it may have been read: then there is nothing to tell. */
async function written(db: TenantDb, { clientId, actorKind, at }: Told): Promise<Audience | null> {
  if (!clientId) return null
  const toFirm = actorKind === "client"
  const until = sql`m.client_id = ${clientId} and m.created_at <= ${at}`
  const unread = await countUnread(db, toFirm ? "staff" : "client", until)
  if (unread === 0) return null
  if (!toFirm) return { kind: "client", id: clientId, portalOf: clientId }
  const [client] = await db.select({ ownerId: clients.ownerId }).from(clients).where(eq(clients.id, clientId))
  return { kind: "client", id: clientId, members: await readersOf(db, needed.client, [client?.ownerId]) }
}

/** Who types a lead in knows of it; a form's concerns who sells. */
async function cameIn(db: TenantDb, { subjectId: id }: Told): Promise<Audience | null> {
  const [lead] = await db.select({ formId: leads.formId, ownerId: leads.ownerId }).from(leads).where(eq(leads.id, id))
  if (!lead?.formId) return null
  return { kind: "lead", id, members: await readersOf(db, needed.lead, [lead.ownerId]) }
}

/** Who has read the messages or comments themselves need not be told of them any more. */
export async function noteRead(db: TenantDb, event: Told & { name: string }): Promise<number> {
  const { actorId, subjectId, clientId, at } = event
  const [told, about] =
    event.name === "message.read" ? (["message.posted", clientId] as const) : (["comment.added", subjectId] as const)
  if (!actorId || !about) return 0
  const read = await db
    .update(notifications)
    .set({ readAt: now().toISOString() })
    .where(
      and(
        or(eq(notifications.memberId, actorId), eq(notifications.portalUserId, actorId)),
        eq(notifications.event, told),
        eq(notifications.subjectId, about),
        isNull(notifications.readAt),
        lte(notifications.createdAt, at),
      ),
    )
    .returning({ id: notifications.id })
  return read.length
}

/** Marks one of whoever asks as read and answers it; what had been read before keeps its moment. */
export async function readOne(db: TenantDb, actor: Actor, id: string) {
  const notification = await notificationById(db, actor, id)
  const [read] = await db
    .update(notifications)
    .set({ readAt: now().toISOString() })
    .where(and(eq(notifications.id, id), isNull(notifications.readAt)))
    .returning({ readAt: notifications.readAt })
  return { ...notification, readAt: read?.readAt ?? notification.readAt }
}

/** Everything of whoever asks; row security knows who that is. */
export async function markAllRead(db: TenantDb): Promise<number> {
  const read = await db
    .update(notifications)
    .set({ readAt: now().toISOString() })
    .where(isNull(notifications.readAt))
    .returning({ id: notifications.id })
  return read.length
}
