import { and, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { chatThreads, messages } from "@/db/schema"
import { list, mutation, query } from "@/lib/kernel/operation"
import { listInput } from "@/lib/kernel/page"
import { countUnread, findMessages, findThreads, ourMessageList, ourThreadList, threadById } from "./queries"
import { activeThread, ourMessage, ourNewMessage, ourThread, readOut, unreadOut } from "./schema"
import { dayAtTheFirm, markRead, postMessage } from "./writes"

// The database shows a client their own threads and messages alone.

export const listOurThreads = list({
  name: "messages.ourThreads",
  summary: "List our chat threads",
  permission: "portal:read",
  rest: "GET /portal/chat-threads",
  input: ourThreadList,
  item: ourThread,
  run: (input, { db }) => findThreads(db, "client", input),
})

export const readActiveThread = query({
  name: "messages.activeThread",
  summary: "Read the thread of the day",
  permission: "portal:read",
  rest: "GET /portal/chat-threads/active",
  input: z.strictObject({}),
  output: activeThread,
  async run(_input, { db }) {
    const day = await dayAtTheFirm(db)
    const [thread] = await db.select({ id: chatThreads.id }).from(chatThreads).where(eq(chatThreads.day, day))
    return {
      id: thread?.id ?? null,
      day,
      unread: thread ? await countUnread(db, "client", sql`m.thread_id = ${thread.id}`) : 0,
    }
  },
})

export const listOurMessages = list({
  name: "messages.listOurs",
  summary: "List the messages of the thread of the day, or of another",
  permission: "portal:read",
  rest: "GET /portal/messages",
  input: ourMessageList,
  item: ourMessage,
  async run({ threadId, ...asked }, { db }) {
    if (threadId) await threadById(db, threadId)
    const ofToday = sql`${messages.threadId} in (select t.id from chat_threads t where t.day = ${await dayAtTheFirm(db)})`
    return findMessages(db, threadId ? eq(messages.threadId, threadId) : ofToday, asked)
  },
})

/** The portal's page shows the days one after another. */
export const readOurConversation = list({
  name: "messages.ourConversation",
  summary: "List our messages of all days",
  permission: "portal:read",
  input: listInput(["createdAt"], {}),
  item: ourMessage,
  run: (asked, { db }) => findMessages(db, undefined, asked),
})

export const countOurUnread = query({
  name: "messages.ourUnread",
  summary: "Count messages that we have not read",
  permission: "portal:read",
  rest: "GET /portal/messages/unread",
  input: z.strictObject({}),
  output: unreadOut,
  run: async (_input, { db }) => ({ count: await countUnread(db, "client") }),
})

export const createOurMessage = mutation({
  name: "messages.postAsClient",
  summary: "Write to the firm, in the thread of the day",
  permission: "portal:write",
  rest: "POST /portal/messages",
  input: ourNewMessage,
  output: ourMessage,
  run: ({ body }, scope) => postMessage(scope, { clientId: scope.actor.clientId!, body, side: "client" }),
})

export const markOurMessagesRead = mutation({
  name: "messages.markReadAsClient",
  summary: "Mark the firm's messages as read, of one thread or all",
  permission: "portal:read",
  rest: "POST /portal/messages/mark-read",
  status: 200,
  mayDoNothing: true,
  input: ourMessageList.pick({ threadId: true }),
  output: readOut,
  async run({ threadId }, scope) {
    if (threadId) await threadById(scope.db, threadId)
    return markRead(scope, "client", and(sql`true`, threadId ? eq(messages.threadId, threadId) : undefined)!)
  },
})
