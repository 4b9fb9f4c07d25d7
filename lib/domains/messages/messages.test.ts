import { beforeEach, describe, expect, it } from "vitest"
import { createClient, updateClient } from "@/lib/domains/clients/operations"
import { withClock } from "@/lib/platform/clock"
import { aFirm, owner as database, eventsOf, queuedFor } from "@/test/given"
import {
  countUnreadMessages,
  createMessage,
  createMessageInThread,
  listConversations,
  listMessages,
  listMessagesOfThread,
  listThreads,
  markConversationRead,
  markThreadRead,
  readConversation,
} from "./operations"
import {
  countOurUnread,
  createOurMessage,
  listOurMessages,
  listOurThreads,
  markOurMessagesRead,
  readActiveThread,
  readOurConversation,
} from "./portal"

type Firm = Awaited<ReturnType<typeof aFirm>>
let firm: Firm
let client: { id: string }
let pat: Awaited<ReturnType<Firm["portalUser"]>>

beforeEach(async () => {
  firm = await aFirm({ timeZone: "Pacific/Auckland" })
  client = await firm.owner.does(createClient, { name: "Northwind" })
  pat = await firm.portalUser(client.id)
})

describe("the thread of the day", () => {
  it("begins with the first message, from either side, and both write into it", async () => {
    expect(await pat.does(readActiveThread, {})).toMatchObject({ id: null, unread: 0 })
    const first = await pat.does(createOurMessage, { body: " Good morning " })
    const answer = await firm.owner.does(createMessage, { clientId: client.id, body: "Hello Pat" })

    expect(first).toMatchObject({ body: "Good morning", authorKind: "client", authorName: "Pat Client" })
    expect(answer).toMatchObject({ threadId: first.threadId, authorKind: "staff" })
    expect(await pat.does(readActiveThread, {})).toMatchObject({ id: first.threadId, unread: 1 })
    expect((await pat.does(listOurMessages, {})).items.map(({ body }) => body)).toEqual(["Good morning", "Hello Pat"])
    expect((await firm.owner.does(listMessagesOfThread, { id: first.threadId })).count).toBe(2)
  })

  it("is of the day at the firm, not in UTC", async () => {
    const evening = new Date("2026-06-20T22:30:00Z") // the 21st in Auckland
    await withClock(evening, () => pat.does(createOurMessage, { body: "Late" }))
    expect((await pat.does(listOurThreads, {})).items).toMatchObject([{ day: "2026-06-21", unread: 0 }])
    await withClock(evening, async () => expect((await pat.does(listOurMessages, {})).count).toBe(1))
    expect((await pat.does(listOurMessages, {})).count).toBe(0)
  })

  it("is one, however many write first at once", async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        n % 2
          ? pat.does(createOurMessage, { body: `Client ${n}` })
          : firm.owner.does(createMessage, { clientId: client.id, body: `Firm ${n}` }),
      ),
    )
    const threads = await firm.owner.does(listThreads, { clientId: client.id })
    expect(threads).toMatchObject({ count: 1, items: [{ clientName: "Northwind", unread: 6 }] })
    expect((await firm.owner.does(listMessages, { clientId: client.id })).count).toBe(12)
  })

  it("takes the answer to an earlier day", async () => {
    const yesterday = new Date(Date.now() - 30 * 3_600_000)
    const old = await withClock(yesterday, () => pat.does(createOurMessage, { body: "A question" }))
    const answer = await firm.owner.does(createMessageInThread, { id: old.threadId, body: "An answer" })
    expect(answer.threadId).not.toBe(old.threadId)
    expect((await pat.does(readOurConversation, {})).items.map(({ body }) => body)).toEqual(["A question", "An answer"])
  })
})

describe("a message", () => {
  it("is unread for the other side until that side has read it, and each learns of it", async () => {
    const { threadId } = await pat.does(createOurMessage, { body: "One" })
    await pat.does(createOurMessage, { body: "Two" })
    expect(await firm.owner.does(countUnreadMessages, {})).toEqual({ count: 2 })
    expect(await pat.does(countOurUnread, {})).toEqual({ count: 0 })

    expect(await firm.owner.does(markThreadRead, { id: threadId })).toEqual({ read: 2 })
    expect(await firm.owner.does(markThreadRead, { id: threadId })).toEqual({ read: 0 })
    expect(await firm.owner.does(countUnreadMessages, {})).toEqual({ count: 0 })
    expect((await pat.does(listOurMessages, {})).items[0]!.readByFirmAt).not.toBeNull()

    const trail = (await eventsOf(firm.firm)).map(({ name, actorKind }) => `${name} ${actorKind}`)
    expect(trail.slice(1)).toEqual(["message.posted client", "message.posted client", "message.read staff"])
  })

  it("is marked as read by the client, all or of one thread", async () => {
    const { threadId } = await firm.owner.does(createMessage, { clientId: client.id, body: "One" })
    expect(await pat.does(markOurMessagesRead, { threadId })).toEqual({ read: 1 })
    await firm.owner.does(createMessage, { clientId: client.id, body: "Two" })
    expect(await pat.does(markOurMessagesRead, {})).toEqual({ read: 1 })
    const { items } = await firm.owner.does(listMessages, { clientId: client.id })
    expect(items.every(({ readByClientAt }) => readByClientAt !== null)).toBe(true)
  })

  it("puts a look at whether it was read into the queue, five minutes on", async () => {
    await pat.does(createOurMessage, { body: "Anybody there?" })
    const [job] = (await queuedFor(firm.firm)).filter(({ task }) => task === "unread_messages")
    expect(job!.payload).toMatchObject({ clientId: client.id, reader: "staff" })
  })

  it("says something", async () => {
    await expect(pat.does(createOurMessage, { body: "  " })).rejects.toMatchObject({ code: "validation_error" })
    await expect(firm.owner.does(createMessage, { clientId: client.id, body: "" })).rejects.toMatchObject({
      code: "validation_error",
    })
    expect(await database`select id from chat_threads where client_id = ${client.id}`).toHaveLength(0)
  })
})

describe("conversations", () => {
  it("are listed with the newest first, and those never written to last", async () => {
    const quiet = await firm.owner.does(createClient, { name: "Quiet" })
    const globex = await firm.owner.does(createClient, { name: "Globex" })
    await pat.does(createOurMessage, { body: "From Northwind" })
    await firm.owner.does(createMessage, { clientId: globex.id, body: "To Globex" })

    const { items } = await firm.owner.does(listConversations, {})
    expect(items.map(({ clientName, unread }) => [clientName, unread])).toEqual([
      ["Globex", 0],
      ["Northwind", 1],
      ["Quiet", 0],
    ])
    expect(items[1]!.lastMessage).toEqual({ authorKind: "client", authorName: "Pat Client", body: "From Northwind" })
    expect(items[2]).toMatchObject({ clientId: quiet.id, lastMessage: null, lastMessageAt: null })
    expect((await firm.owner.does(listConversations, { unread: true })).items).toHaveLength(1)
    expect(await firm.owner.does(readConversation, { id: client.id })).toEqual(items[1])
    await firm.owner.does(markConversationRead, { id: client.id })
    expect((await firm.owner.does(listConversations, { unread: true })).items).toHaveLength(0)
  })

  it("are not begun with an archived client", async () => {
    await firm.owner.does(updateClient, { id: client.id, status: "archived" })
    await expect(firm.owner.does(createMessage, { clientId: client.id, body: "Hello" })).rejects.toMatchObject({
      code: "conflict",
    })
  })
})

describe("who may", () => {
  it("a sibling client sees and reaches nothing of the conversation", async () => {
    const sibling = await firm.owner.does(createClient, { name: "Globex" })
    const gil = await firm.portalUser(sibling.id)
    const { threadId } = await pat.does(createOurMessage, { body: "Secret" })

    expect((await gil.does(listOurThreads, {})).count).toBe(0)
    expect((await gil.does(readOurConversation, {})).count).toBe(0)
    await expect(gil.does(listOurMessages, { threadId })).rejects.toMatchObject({ code: "not_found" })
    await expect(gil.does(markOurMessagesRead, { threadId })).rejects.toMatchObject({ code: "not_found" })
  })

  it("another firm finds no thread and no client", async () => {
    const other = await aFirm()
    const { threadId } = await pat.does(createOurMessage, { body: "Secret" })
    const refused = { code: "not_found" }
    await expect(other.owner.does(listMessagesOfThread, { id: threadId })).rejects.toMatchObject(refused)
    await expect(other.owner.does(createMessageInThread, { id: threadId, body: "x" })).rejects.toMatchObject(refused)
    await expect(other.owner.does(markThreadRead, { id: threadId })).rejects.toMatchObject(refused)
    await expect(other.owner.does(createMessage, { clientId: client.id, body: "x" })).rejects.toMatchObject(refused)
    await expect(other.owner.does(readConversation, { id: client.id })).rejects.toMatchObject(refused)
    await expect(other.owner.does(listMessages, { clientId: client.id })).rejects.toMatchObject(refused)
    await expect(other.owner.does(markConversationRead, { id: client.id })).rejects.toMatchObject(refused)
    expect((await other.owner.does(listThreads, {})).count).toBe(0)
  })

  it("a viewer reads and does not write, on both sides; staff do neither until it is granted", async () => {
    await pat.does(createOurMessage, { body: "Hello" })
    const viewer = await firm.member("readonly")
    expect((await viewer.does(listThreads, {})).count).toBe(1)
    await expect(viewer.does(createMessage, { clientId: client.id, body: "x" })).rejects.toMatchObject({
      code: "forbidden",
    })
    const glance = await firm.portalUser(client.id, "viewer")
    expect((await glance.does(listOurMessages, {})).count).toBe(1)
    await expect(glance.does(createOurMessage, { body: "x" })).rejects.toMatchObject({ code: "forbidden" })
    const staff = await firm.member("staff")
    await expect(staff.does(listConversations, {})).rejects.toMatchObject({ code: "forbidden" })
    const granted = await firm.member("staff", ["messages:read"])
    expect((await granted.does(listConversations, {})).count).toBe(1)
  })
})
