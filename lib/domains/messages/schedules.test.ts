import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { createClient, updateClient } from "@/lib/domains/clients/operations"
import { aFirm } from "@/test/given"
import { aMailbox } from "@/test/mailbox"
import { scopeOf } from "@/test/reacting"
import { createMessage, markThreadRead } from "./operations"
import { createOurMessage } from "./portal"
import { remindOfUnread } from "./schedules"

let mailbox: Awaited<ReturnType<typeof aMailbox>>
beforeAll(async () => {
  mailbox = await aMailbox()
})
afterAll(() => mailbox.close())
beforeEach(() => {
  mailbox.received.length = 0
})

const addressees = () =>
  mailbox.received.map(({ to }) => (Array.isArray(to) ? to : [to]).map((one) => one?.text).join())

async function aConversation() {
  const firm = await aFirm({ name: "Acme" })
  const client = await firm.owner.does(createClient, { name: "Northwind" })
  const pat = await firm.portalUser(client.id)
  const work = await scopeOf(firm.system)
  const remind = (threadId: string, reader: "staff" | "client") =>
    remindOfUnread.run({ threadId, clientId: client.id, reader }, work)
  return { firm, client, pat, remind }
}

describe("a mail of unread messages", () => {
  it("goes to who looks after the client, once for a burst, and again for the next", async () => {
    const { firm, client, pat, remind } = await aConversation()
    const manager = await firm.member("manager")
    await firm.owner.does(updateClient, { id: client.id, ownerId: manager.id })
    const { threadId } = await pat.does(createOurMessage, { body: "Are you there?" })
    await pat.does(createOurMessage, { body: "Hello?" })

    await remind(threadId, "staff")
    await remind(threadId, "staff")
    expect(addressees()).toEqual([expect.stringContaining("manager-")])
    expect(mailbox.received[0]!.subject).toBe("Northwind wrote to you (2 messages)")
    expect(mailbox.received[0]!.text).toContain("Pat Client: Are you there?")
    expect(mailbox.received[0]!.text).toContain(`/messages?client=${client.id}`)

    await manager.does(markThreadRead, { id: threadId })
    await remind(threadId, "staff")
    expect(mailbox.received).toHaveLength(1)
    await pat.does(createOurMessage, { body: "One more thing" })
    await remind(threadId, "staff")
    expect(mailbox.received).toHaveLength(2)
  })

  it("goes to the owners when nobody who may read it looks after the client", async () => {
    const { firm, client, pat, remind } = await aConversation()
    const staff = await firm.member("staff")
    await firm.owner.does(updateClient, { id: client.id, ownerId: staff.id })
    const { threadId } = await pat.does(createOurMessage, { body: "Hello" })
    await remind(threadId, "staff")
    expect(addressees()).toEqual([expect.stringContaining("owner-")])
  })

  it("goes to the client's portal users in the firm's name, and to no other client", async () => {
    const { firm, client, remind } = await aConversation()
    const sibling = await firm.owner.does(createClient, { name: "Globex" })
    await firm.portalUser(sibling.id)
    const { threadId } = await firm.owner.does(createMessage, { clientId: client.id, body: "The report is ready" })
    await remind(threadId, "client")
    expect(mailbox.received).toHaveLength(1)
    expect(mailbox.received[0]).toMatchObject({
      subject: "Acme wrote to you",
      from: { text: expect.stringContaining("Acme") },
    })
    expect(mailbox.received[0]!.text).toContain(".portal.localhost:3000/messages")
  })
})
