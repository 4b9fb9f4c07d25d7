import { z } from "zod"
import { id, maybe, moment, prose } from "@/lib/kernel/fields"

const body = prose(10_000).min(1)

const message = {
  id,
  threadId: id,
  authorKind: z.enum(["staff", "client"]),
  authorName: z.string(),
  body: z.string(),
  readByFirmAt: maybe(moment),
  readByClientAt: maybe(moment),
  createdAt: moment,
}

export const messageOut = z.object({ ...message, clientId: id, authorId: id }).meta({ id: "Message" })

/** What a client sees of a message: whose it is by name, never by the firm's ids. */
export const ourMessage = z.object(message).meta({ id: "OurMessage" })
export type OurMessage = z.output<typeof ourMessage>

const lastMessage = maybe(z.object({ authorKind: message.authorKind, authorName: z.string(), body: z.string() }))

const thread = { id, day: z.iso.date(), unread: z.int(), lastMessage, lastMessageAt: maybe(moment), createdAt: moment }
export const threadOut = z.object({ ...thread, clientId: id, clientName: z.string() }).meta({ id: "ChatThread" })
export const ourThread = z.object(thread).meta({ id: "OurChatThread" })

/** The thread of the day; its id is null until somebody writes. */
export const activeThread = z.object({ id: maybe(id), day: z.iso.date(), unread: z.int() })

export const conversationOut = z
  .object({
    id,
    clientId: id,
    clientName: z.string(),
    unread: z.int(),
    lastMessage,
    lastMessageAt: maybe(moment),
  })
  .meta({ id: "Conversation" })
export type Conversation = z.output<typeof conversationOut>

export const newMessage = z.strictObject({ clientId: id, body })
export const newMessageInThread = z.strictObject({ id, body })
export const ourNewMessage = z.strictObject({ body })

export const readOut = z.object({ read: z.int() })
export const unreadOut = z.object({ count: z.int() })
