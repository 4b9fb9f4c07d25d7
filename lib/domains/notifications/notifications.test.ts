import { describe, expect, it } from "vitest"
import { updateClient } from "@/lib/domains/clients/operations"
import { createLeadForm } from "@/lib/domains/leads/operations/forms"
import { createLead } from "@/lib/domains/leads/operations/leads"
import { submitPublicForm } from "@/lib/domains/leads/public"
import { createMessage, markConversationRead } from "@/lib/domains/messages/operations"
import { createOurMessage } from "@/lib/domains/messages/portal"
import { recordPayment } from "@/lib/domains/payments/operations"
import { acceptOnBehalf } from "@/lib/domains/proposals/operations/deciding"
import { acceptByLink, declineByLink } from "@/lib/domains/proposals/public"
import { updateProspect } from "@/lib/domains/prospects/operations"
import { createComment, markCommentsRead } from "@/lib/domains/tasks/operations/comments"
import { deleteTask, updateTask } from "@/lib/domains/tasks/operations/tasks"
import { createOurComment } from "@/lib/domains/tasks/portal"
import { perform } from "@/lib/kernel/perform"
import { today } from "@/lib/platform/clock"
import { aSentProposal, strangerAt } from "@/test/crm"
import { anInvoice, aProject } from "@/test/finance"
import { aFirm, owner as database, type Somebody } from "@/test/given"
import { react } from "@/test/reacting"
import {
  countUnreadNotifications,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
} from "./operations"
import { listOurNotifications, markAllOurNotificationsRead, markOurNotificationRead } from "./portal"
import { tellPeople } from "./reactions"

const signer = { signerName: "Hana Bay", signerEmail: "hana@harbour.test" }

/** A firm in which the queue has been through twice whenever a bell is looked at. */
async function aTalkativeFirm() {
  const firm = await aFirm()
  const tell = async () => {
    await react(firm.system, firm.firm.id, tellPeople)
    await react(firm.system, firm.firm.id, tellPeople)
  }
  return {
    ...firm,
    tell,
    bell: async (who: Somebody) => {
      await tell()
      const { items } = await who.does(who.key.surface === "portal" ? listOurNotifications : listNotifications, {})
      return items.map(({ text, href }) => ({ text, href }))
    },
  }
}

async function aSharedTask() {
  const firm = await aTalkativeFirm()
  const project = await aProject(firm.owner)
  await firm.owner.does(updateTask, { id: project.taskId, clientVisible: true })
  const ana = await firm.member("staff", ["projects:read", "tasks:write", "messages:read", "messages:write"])
  const pat = await firm.portalUser(project.clientId)
  return { ...firm, ...project, ana, pat }
}

describe("the firm is told", () => {
  it("of a client's word on a proposal: its prospect's owner, or all who may see it", async () => {
    const { firm, owner, member, bell } = await aTalkativeFirm()
    const [seller, viewer, stranger] = [await member("manager"), await member("readonly"), await member("staff")]
    const taken = await aSentProposal(owner)
    await owner.does(updateProspect, { id: taken.prospectId, ownerId: null })
    await perform(acceptByLink, null, { token: taken.token, ...signer, agreed: true }, strangerAt(firm))
    const told = { text: "Harbour & Co accepted “Year end 2026”", href: `/proposals/${taken.id}` }
    for (const who of [owner, seller, viewer]) expect(await bell(who)).toEqual([told])
    expect(await bell(stranger)).toEqual([])

    const refused = await aSentProposal(owner)
    await owner.does(updateProspect, { id: refused.prospectId, ownerId: seller.id })
    await perform(declineByLink, null, { token: refused.token, reason: "Too dear" }, strangerAt(firm))
    expect((await bell(seller))[0]).toEqual({
      text: "Harbour & Co declined “Year end 2026”",
      href: `/proposals/${refused.id}`,
    })
    expect(await bell(owner)).toEqual([told])
  })

  it("of money that came, and never of one's own doing", async () => {
    const { owner, member, bell } = await aTalkativeFirm()
    const clerk = await member("admin")
    const invoice = await anInvoice(owner)
    const part = { id: invoice.id, method: "bank_transfer" as const, receivedOn: today() }
    await clerk.does(recordPayment, { ...part, amount: "200.00" })
    await clerk.does(recordPayment, { ...part, amount: "300.00" })
    expect(await bell(owner)).toEqual([
      { text: `Harbour & Co paid invoice ${invoice.number}`, href: `/invoices/${invoice.id}` },
      { text: `Harbour & Co paid a part of invoice ${invoice.number}`, href: `/invoices/${invoice.id}` },
    ])
    expect(await bell(clerk)).toEqual([])
  })

  it("of a lead that came in by a form, not of one that was typed in", async () => {
    const { firm, owner, member, bell } = await aTalkativeFirm()
    const colleague = await member("manager")
    const { slug } = await owner.does(createLeadForm, { title: "Talk to us", consentText: "You may." })
    const typed = { companyName: "Quay Ltd", contactName: "Hana Bay", email: "hana@quay.test" }
    await owner.does(createLead, { ...typed, companyName: "Typed in" })
    await perform(submitPublicForm, null, { ...typed, slug }, strangerAt(firm))
    for (const who of [owner, colleague])
      expect((await bell(who)).map(({ text }) => text)).toEqual(["Quay Ltd came in by a form"])
  })

  it("of a task one is given and of what is said on it, by its place", async () => {
    const { owner, ana, pat, taskId, bell } = await aSharedTask()
    await owner.does(updateTask, { id: taskId, assigneeId: ana.id })
    await ana.does(createComment, { id: taskId, body: "On it." })
    await owner.does(createComment, { id: taskId, body: "Thank you." })
    await pat.does(createOurComment, { taskId, body: "Where do I sign?" })
    expect(await bell(ana)).toEqual([
      { text: "Pat Client commented on “Bookkeeping”", href: `/tasks/${taskId}#comments` },
      { text: "Test owner commented on “Bookkeeping”", href: `/tasks/${taskId}#comments` },
      { text: "Test owner assigned you “Bookkeeping”", href: `/tasks/${taskId}` },
    ])
    expect(await bell(owner)).toEqual([])

    await ana.does(markCommentsRead, { id: taskId })
    expect(await bell(ana)).toHaveLength(3)
    expect(await ana.does(countUnreadNotifications, {})).toEqual({ count: 1 })
  })

  it("once of a client's messages until it has read them", async () => {
    const { owner, ana, pat, clientId, bell } = await aSharedTask()
    await owner.does(updateClient, { id: clientId, ownerId: ana.id })
    await pat.does(createOurMessage, { body: "Hello" })
    await pat.does(createOurMessage, { body: "Anybody?" })
    expect(await bell(ana)).toEqual([{ text: "Harbour & Co wrote to you", href: `/messages?client=${clientId}` }])
    expect(await bell(owner)).toEqual([])

    await ana.does(markConversationRead, { id: clientId })
    await bell(ana)
    expect(await ana.does(countUnreadNotifications, {})).toEqual({ count: 0 })
    await pat.does(createOurMessage, { body: "One more thing" })
    expect(await bell(ana)).toHaveLength(2)
    expect(await ana.does(countUnreadNotifications, {})).toEqual({ count: 1 })
  })
})

describe("a client is told", () => {
  it("of what the firm sends, says and asks, each portal user for themselves", async () => {
    const { owner, pat, clientId, taskId, portalUser, bell } = await aSharedTask()
    const sam = await portalUser(clientId, "viewer")
    const invoice = await anInvoice(owner, "500.00", { clientId })
    await owner.does(createMessage, { clientId, body: "Good morning" })
    await owner.does(createComment, { id: taskId, body: "Please sign." })
    const told = [
      { text: "Test firm commented on “Bookkeeping”", href: `/tasks/${taskId}#comments` },
      { text: "Test firm wrote to you", href: "/messages" },
      { text: `Test firm sent you invoice ${invoice.number}`, href: `/invoices/${invoice.id}` },
    ]
    for (const who of [pat, sam]) expect(await bell(who)).toEqual(told)

    await pat.does(markAllOurNotificationsRead, {})
    expect((await pat.does(listOurNotifications, { unread: true })).count).toBe(0)
    expect((await sam.does(listOurNotifications, { unread: true })).count).toBe(3)
  })

  it("nothing of a task that is hidden, nor of another client's affairs", async () => {
    const { owner, pat, taskId, portalUser, bell } = await aSharedTask()
    const other = await aProject(owner, { name: "Mill" })
    const gil = await portalUser(other.clientId)
    await owner.does(createComment, { id: taskId, body: "Please sign." })
    expect(await bell(gil)).toEqual([])
    expect(await bell(pat)).toHaveLength(1)
    await owner.does(updateTask, { id: taskId, clientVisible: false })
    expect(await bell(pat)).toEqual([])
    await owner.does(createComment, { id: taskId, body: "They owe two years." })
    await owner.does(updateTask, { id: taskId, clientVisible: true })
    expect(await bell(pat)).toHaveLength(1)
  })
})

describe("a bell", () => {
  async function rung() {
    const firm = await aTalkativeFirm()
    const colleague = await firm.member("manager")
    const offers = [await aSentProposal(firm.owner), await aSentProposal(firm.owner)]
    for (const { prospectId } of offers) await firm.owner.does(updateProspect, { id: prospectId, ownerId: null })
    for (const { token } of offers)
      await perform(acceptByLink, null, { token, ...signer, agreed: true }, strangerAt(firm.firm))
    await firm.tell()
    const { items } = await firm.owner.does(listNotifications, { limit: 1 })
    return { ...firm, colleague, offers, newest: items[0]! }
  }

  it("counts what is unread, shows the latest, and pages through the rest", async () => {
    const { owner, newest } = await rung()
    expect(await owner.does(countUnreadNotifications, {})).toEqual({ count: 2 })
    const first = await owner.does(listNotifications, { limit: 1 })
    const second = await owner.does(listNotifications, { limit: 1, cursor: first.next! })
    expect([first.count, second.next, second.items[0]!.id === newest.id]).toEqual([2, null, false])

    const { readAt } = await owner.does(markNotificationRead, { id: newest.id })
    expect(readAt).not.toBeNull()
    expect((await owner.does(markNotificationRead, { id: newest.id })).readAt).toBe(readAt)
    expect(await owner.does(countUnreadNotifications, {})).toEqual({ count: 1 })
    expect((await owner.does(listNotifications, { unread: true })).items).toHaveLength(1)
    expect(await owner.does(markAllNotificationsRead, {})).toEqual({ read: 1 })
    expect(await owner.does(countUnreadNotifications, {})).toEqual({ count: 0 })
  })

  it("is one's own: a colleague, a client and another firm neither read nor mark what is in it", async () => {
    const { owner, colleague, portalUser, newest } = await rung()
    const { clientId } = await aProject(owner)
    const [pat, stranger] = [await portalUser(clientId), (await aFirm()).owner]
    for (const who of [colleague, stranger])
      await expect(who.does(markNotificationRead, { id: newest.id })).rejects.toMatchObject({ code: "not_found" })
    await expect(pat.does(markOurNotificationRead, { id: newest.id })).rejects.toMatchObject({ code: "not_found" })
    expect((await colleague.does(listNotifications, {})).items.map(({ id }) => id)).not.toContain(newest.id)
    expect(await colleague.does(markAllNotificationsRead, {})).toEqual({ read: 2 })
    expect(await owner.does(countUnreadNotifications, {})).toEqual({ count: 2 })
  })

  it("says nothing of what its owner may not read any more, nor of what is gone", async () => {
    const { owner, ana, taskId, bell } = await aSharedTask()
    await owner.does(updateTask, { id: taskId, assigneeId: ana.id })
    expect(await bell(ana)).toHaveLength(1)
    const id = (await ana.does(listNotifications, {})).items[0]!.id
    const grant = (...grants: string[]) => database`update members set grants = ${grants} where id = ${ana.id}`

    await grant("messages:read")
    expect(await bell(ana)).toEqual([])
    expect(await ana.does(countUnreadNotifications, {})).toEqual({ count: 0 })
    await expect(ana.does(markNotificationRead, { id })).rejects.toMatchObject({ code: "not_found" })
    await grant("projects:read")
    expect(await bell(ana)).toHaveLength(1)
    await owner.does(deleteTask, { id: taskId })
    expect(await bell(ana)).toEqual([])
  })

  it("holds ids alone", async () => {
    const { firm } = await rung()
    const rows = await database<Record<string, unknown>[]>`select * from notifications where firm_id = ${firm.id}`
    const words = rows.flatMap((row) => Object.values(row)).filter((value) => typeof value === "string")
    expect(words.filter((word) => !/^[0-9a-f-]{36}$/.test(word))).toEqual(
      rows.flatMap(() => ["proposal.accepted", "proposal"]),
    )
  })

  it("is not rung by accepting for the client oneself", async () => {
    const { owner, member, bell } = await aTalkativeFirm()
    const colleague = await member("manager")
    const { id, prospectId } = await aSentProposal(owner)
    await owner.does(updateProspect, { id: prospectId, ownerId: null })
    await owner.does(acceptOnBehalf, { id, ...signer })
    expect(await bell(owner)).toEqual([])
    expect(await bell(colleague)).toHaveLength(1)
  })
})
