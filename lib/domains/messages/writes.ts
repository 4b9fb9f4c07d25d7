import { and, eq, isNull, type SQL } from "drizzle-orm"
import { chatThreads, firms, messages } from "@/db/schema"
import { newId } from "@/db/schema/columns"
import type { TenantDb } from "@/db/tenant"
import type { Scope } from "@/lib/kernel/operation"
import { now, today } from "@/lib/platform/clock"
import { otherSide, type Side, unreadMinutes } from "./rules"

/** The calendar day it is at the firm, whoever asks from wherever. */
export async function dayAtTheFirm(db: TenantDb): Promise<string> {
  const [firm] = await db.select({ timeZone: firms.timeZone }).from(firms)
  return today(firm!.timeZone)
}

/** A client's thread of the day; two who write first at once get the same one. */
async function threadOfTheDay(db: TenantDb, clientId: string) {
  const day = await dayAtTheFirm(db)
  const ofDay = db
    .select({ id: chatThreads.id })
    .from(chatThreads)
    .where(and(eq(chatThreads.clientId, clientId), eq(chatThreads.day, day)))
  const [known] = await ofDay
  if (known) return known.id
  await db
    .insert(chatThreads)
    .values({ clientId, day })
    .onConflictDoNothing({ target: [chatThreads.firmId, chatThreads.clientId, chatThreads.day] })
  const [thread] = await ofDay
  return thread!.id
}

/** Writes a message into the thread of the day, and sees to it that the other side hears of it. */
export async function postMessage(
  scope: Scope,
  { clientId, body, side }: { clientId: string; body: string; side: Side },
) {
  const { db, actor, record, enqueue } = scope
  const threadId = await threadOfTheDay(db, clientId)
  const at = now()
  const message = {
    id: newId(),
    threadId,
    clientId,
    authorKind: side,
    authorId: actor.id ?? actor.keyId,
    authorName: actor.name,
    body,
    readByFirmAt: side === "staff" ? at.toISOString() : null,
    readByClientAt: side === "client" ? at.toISOString() : null,
    createdAt: at.toISOString(),
  }
  await db.insert(messages).values(message)
  record("message.posted", { id: threadId, clientId })
  const runAt = new Date(at.getTime() + unreadMinutes * 60_000).toISOString()
  await enqueue("unread_messages", { threadId, clientId, reader: otherSide(side) }, { runAt })
  return message
}

/** Marks what the other side wrote as read. */
export async function markRead({ db, record }: Scope, reader: Side, where: SQL) {
  const column = reader === "staff" ? messages.readByFirmAt : messages.readByClientAt
  const at = now().toISOString()
  const read = await db
    .update(messages)
    .set(reader === "staff" ? { readByFirmAt: at } : { readByClientAt: at })
    .where(and(where, eq(messages.authorKind, otherSide(reader)), isNull(column)))
    .returning({ threadId: messages.threadId, clientId: messages.clientId })
  const threads = new Map(read.map(({ threadId, clientId }) => [threadId, clientId]))
  for (const [id, clientId] of threads) record("message.read", { id, clientId })
  return { read: read.length }
}
