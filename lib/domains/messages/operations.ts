import { eq } from "drizzle-orm"
import { z } from "zod"
import { messages } from "@/db/schema"
import { clientById } from "@/lib/domains/clients/queries"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query, type Scope } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import {
  conversationList,
  conversationOf,
  countUnread,
  findConversations,
  findMessages,
  findThreads,
  messageList,
  messagesOfThread,
  threadById,
  threadList,
} from "./queries"
import { conversationOut, messageOut, newMessage, newMessageInThread, readOut, threadOut, unreadOut } from "./schema"
import { markRead, postMessage } from "./writes"

export const listConversations = list({
  name: "messages.conversations",
  summary: "List clients with what was said last",
  permission: "messages:read",
  rest: "GET /messages/conversations",
  input: conversationList,
  item: conversationOut,
  run: (input, { db }) => findConversations(db, input),
})

export const readConversation = query({
  name: "messages.conversation",
  summary: "Read what was said last with a client",
  permission: "messages:read",
  rest: "GET /messages/conversations/{id}",
  input: z.strictObject({ id }),
  output: conversationOut,
  run: ({ id }, { db }) => conversationOf(db, id),
})

export const listThreads = list({
  name: "messages.threads",
  summary: "List the days' threads",
  permission: "messages:read",
  rest: "GET /messages/threads",
  input: threadList,
  item: threadOut,
  run: (input, { db }) => findThreads(db, "staff", input),
})

export const listMessages = list({
  name: "messages.list",
  summary: "List messages, of one client or all",
  permission: "messages:read",
  rest: "GET /messages/messages",
  input: messageList,
  item: messageOut,
  async run({ clientId, ...asked }, { db }) {
    if (clientId) await clientById(db, clientId)
    return findMessages(db, clientId ? eq(messages.clientId, clientId) : undefined, asked)
  },
})

export const listMessagesOfThread = list({
  name: "messages.listOfThread",
  summary: "List a thread's messages",
  permission: "messages:read",
  rest: "GET /messages/threads/{id}/messages",
  input: messagesOfThread,
  item: messageOut,
  async run({ id, ...asked }, { db }) {
    await threadById(db, id)
    return findMessages(db, eq(messages.threadId, id), asked)
  },
})

export const countUnreadMessages = query({
  name: "messages.unread",
  summary: "Count clients' messages that nobody has read",
  permission: "messages:read",
  rest: "GET /messages/unread",
  input: z.strictObject({}),
  output: unreadOut,
  run: async (_input, { db }) => ({ count: await countUnread(db, "staff") }),
})

export const createMessage = mutation({
  name: "messages.post",
  summary: "Write to a client, in the thread of the day",
  permission: "messages:write",
  rest: "POST /messages/messages",
  input: newMessage,
  output: messageOut,
  run: (input, scope) => write(scope, input),
})

export const createMessageInThread = mutation({
  name: "messages.answer",
  summary: "Answer a thread; an earlier day's answer goes into the thread of today",
  permission: "messages:write",
  rest: "POST /messages/threads/{id}/messages",
  status: 201,
  input: newMessageInThread,
  output: messageOut,
  async run({ id, body }, scope) {
    const { clientId } = await threadById(scope.db, id)
    return write(scope, { clientId, body })
  },
})

export const markThreadRead = mutation({
  name: "messages.markRead",
  summary: "Mark a thread's messages as read by the firm",
  permission: "messages:write",
  rest: "POST /messages/threads/{id}/mark-read",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: readOut,
  async run({ id }, scope) {
    await threadById(scope.db, id)
    return markRead(scope, "staff", eq(messages.threadId, id))
  },
})

export const markConversationRead = mutation({
  name: "messages.markConversationRead",
  summary: "Mark everything a client wrote as read by the firm",
  permission: "messages:write",
  rest: "POST /messages/conversations/{id}/mark-read",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: readOut,
  async run({ id }, scope) {
    await clientById(scope.db, id)
    return markRead(scope, "staff", eq(messages.clientId, id))
  },
})

async function write(scope: Scope, { clientId, body }: z.output<typeof newMessage>) {
  const client = await clientById(scope.db, clientId)
  if (client.status === "archived") throw conflict("clients.refusals.archived", { name: client.name })
  return postMessage(scope, { clientId, body, side: "staff" })
}
