import { and, eq, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { chatThreads, clients, messages } from "@/db/schema"
import type { TenantDb } from "@/db/tenant"
import { id } from "@/lib/kernel/fields"
import { always, listInput, matches, pageOfRows } from "@/lib/kernel/page"
import { notFound } from "@/lib/kernel/refusal"
import type { Side } from "./rules"

export const conversationList = listInput(["lastMessageAt", "name"], { unread: z.boolean().optional() })
export const threadList = listInput(["day"], { clientId: id.optional() })
export const ourThreadList = listInput(["day"], {})
export const messageList = listInput(["createdAt"], { clientId: id.optional() })
export const messagesOfThread = listInput(["createdAt"], { id })
export const ourMessageList = listInput(["createdAt"], { threadId: id.optional() })

type LastMessage = { authorKind: Side; authorName: string; body: string }

// Of the messages `m` of a client or a thread: the newest one, and how many the reader has not seen.
const newest = (what: SQL, of: SQL) =>
  sql`(select ${what} from messages m where ${of} order by m.created_at desc, m.id desc limit 1)`
const lastMessage = (of: SQL) =>
  sql<LastMessage | null>`${newest(sql`json_build_object('authorKind', m.author_kind, 'authorName', m.author_name, 'body', left(m.body, 300))`, of)}`
const lastAt = (of: SQL) => sql<string | null>`${newest(sql`m.created_at`, of)}`.mapWith(messages.createdAt)
const unseen = {
  staff: sql`m.author_kind = 'client' and m.read_by_firm_at is null`,
  client: sql`m.author_kind = 'staff' and m.read_by_client_at is null`,
}
const unread = (of: SQL, reader: Side) =>
  sql<number>`(select count(*)::integer from messages m where ${of} and ${unseen[reader]})`

const ofClient = sql`m.firm_id = clients.firm_id and m.client_id = clients.id`
const ofThread = sql`m.firm_id = chat_threads.firm_id and m.thread_id = chat_threads.id`

const conversation = {
  id: clients.id,
  clientId: clients.id,
  clientName: clients.name,
  unread: unread(ofClient, "staff"),
  lastMessage: lastMessage(ofClient),
  lastMessageAt: lastAt(ofClient),
}

export async function conversationOf(db: TenantDb, clientId: string) {
  const [found] = await db.select(conversation).from(clients).where(eq(clients.id, clientId))
  if (!found) throw notFound("client")
  return found
}

/** Clients with what was said last; those who were never written to come last, and can be. */
export function findConversations(
  db: TenantDb,
  { q, unread: onlyUnread, ...asked }: z.output<typeof conversationList>,
) {
  return pageOfRows(asked, {
    id: clients.id,
    sorts: {
      lastMessageAt: { by: sql`coalesce(${newest(sql`m.created_at`, ofClient)}, '-infinity')`, type: "timestamptz" },
      name: { by: clients.name, type: "text" },
    },
    fallback: "-lastMessageAt",
    where: and(
      sql`(${clients.status} = 'active' or exists (select 1 from messages m where ${ofClient}))`,
      onlyUnread ? sql`${unread(ofClient, "staff")} > 0` : undefined,
      matches(q, clients.name),
    ),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...conversation, sortValue })
        .from(clients)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where: SQL | undefined) => db.$count(clients, where),
  })
}

const threadColumns = (reader: Side) => ({
  id: chatThreads.id,
  clientId: chatThreads.clientId,
  day: chatThreads.day,
  unread: unread(ofThread, reader),
  lastMessage: lastMessage(ofThread),
  lastMessageAt: lastAt(ofThread),
  createdAt: chatThreads.createdAt,
})

export function findThreads(db: TenantDb, reader: Side, { q, clientId, ...asked }: z.output<typeof threadList>) {
  const itsClient = and(eq(clients.firmId, chatThreads.firmId), eq(clients.id, chatThreads.clientId))
  return pageOfRows(asked, {
    id: chatThreads.id,
    sorts: { day: { by: chatThreads.day, type: "date" } },
    fallback: "-day",
    where: and(clientId ? eq(chatThreads.clientId, clientId) : undefined, matches(q, clients.name)),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ ...threadColumns(reader), clientName: always(clients.name), sortValue })
        .from(chatThreads)
        .leftJoin(clients, itsClient)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
    count: (where: SQL | undefined) =>
      db
        .select({ count: sql<number>`count(*)::integer` })
        .from(chatThreads)
        .leftJoin(clients, itsClient)
        .where(where)
        .then(([row]) => row!.count),
  })
}

type Asked = Omit<z.output<typeof messageList>, "clientId">

export function findMessages(db: TenantDb, of: SQL | undefined, { q, ...asked }: Asked) {
  return pageOfRows(asked, {
    id: messages.id,
    sorts: { createdAt: { by: messages.createdAt, type: "timestamptz" } },
    fallback: "createdAt",
    where: and(of, matches(q, messages.body, messages.authorName)),
    rows: ({ where, orderBy, limit, sortValue }) =>
      db
        .select({ message: messages, sortValue })
        .from(messages)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit)
        .then((rows) => rows.map(({ message, sortValue }) => ({ ...message, sortValue }))),
    count: (where: SQL | undefined) => db.$count(messages, where),
  })
}

export async function threadById(db: TenantDb, threadId: string) {
  const [thread] = await db.select().from(chatThreads).where(eq(chatThreads.id, threadId))
  if (!thread) throw notFound("thread")
  return thread
}

/** How many messages wait for the reader's side: of the firm, or of the one client that asks. */
export async function countUnread(db: TenantDb, reader: Side, of: SQL = sql`true`) {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::integer as count from messages m where ${of} and ${unseen[reader]}`,
  )
  return row!.count
}
