import { beforeEach, describe, expect, it, vi } from "vitest"
import { createClient, updateClient } from "@/lib/domains/clients/operations"
import { revokePortalUser } from "@/lib/domains/portal-users/operations"
import { createProject, updateProject } from "@/lib/domains/projects/operations"
import type { Mail } from "@/lib/platform/mail"
import { aFirm, owner as database } from "@/test/given"
import { react } from "@/test/reacting"
import { createComment } from "./operations/comments"
import { createTask, deleteTask, updateTask } from "./operations/tasks"
import { createOurComment } from "./portal"
import { mailAssignee, mailComment } from "./reactions"

const sent = vi.hoisted(() => [] as Mail[])
vi.mock("@/lib/platform/mail", () => ({
  sendMail: async (mail: Mail) => {
    sent.push(mail)
    return { outcome: "sent", messageId: mail.messageId }
  },
}))
beforeEach(() => {
  sent.length = 0
})
const receivers = () => sent.map(({ to }) => to).sort()

async function aSharedTask() {
  const firm = await aFirm()
  const { owner, member } = firm
  const client = await owner.does(createClient, { name: "Harbour & Co" })
  const project = await owner.does(createProject, { clientId: client.id, name: "Year end", status: "active" })
  const task = await owner.does(createTask, { id: project.id, title: "Sign <the> return", clientVisible: true })
  const ana = await member("staff", ["projects:read", "tasks:write"])
  const pat = await firm.portalUser(client.id)
  const mails = async (reaction: typeof mailComment) => {
    await react(firm.system, firm.firm.id, reaction)
    await react(firm.system, firm.firm.id, reaction)
  }
  return { ...firm, client, project, task, ana, pat, mails, of: (ids: string[]) => addressesOf(ids) }
}

const addressesOf = async (ids: string[]) => {
  const rows = await database<{ email: string }[]>`select email from members where id = any(${ids})
    union all select email from portal_users where id = any(${ids})`
  return rows.map(({ email }) => email).sort()
}

describe("mail about a task", () => {
  it("goes once to who was given it by somebody else", async () => {
    const { owner, task, ana, mails, of } = await aSharedTask()
    await owner.does(updateTask, { id: task.id, assigneeId: ana.id, dueOn: "2026-12-24" })
    await mails(mailAssignee)
    expect(receivers()).toEqual(await of([ana.id]))
    expect(sent[0]).toMatchObject({ subject: "For you: Sign <the> return", fromName: "Test firm" })
    expect(sent[0]!.html).toContain("Sign &lt;the&gt; return")
    expect(sent[0]!.text).toContain(`/tasks/${task.id}`)
    expect(sent[0]!.text).toContain("Thursday, December 24, 2026")
  })

  it("does not go to oneself, nor to who was only passing", async () => {
    const { owner, project, task, ana, mails, of } = await aSharedTask()
    await owner.does(createTask, { id: project.id, title: "Mine", assigneeId: owner.id })
    await owner.does(updateTask, { id: task.id, assigneeId: owner.id })
    await owner.does(updateTask, { id: task.id, assigneeId: ana.id })
    await mails(mailAssignee)
    expect(receivers()).toEqual(await of([ana.id]))
  })

  it("is not sent about a task that is gone", async () => {
    const { owner, task, ana, mails } = await aSharedTask()
    await owner.does(updateTask, { id: task.id, assigneeId: ana.id })
    await owner.does(deleteTask, { id: task.id })
    await mails(mailAssignee)
    expect(sent).toEqual([])
  })
})

describe("mail about a comment", () => {
  it("of the client goes to assignee and manager, who may be one person", async () => {
    const { owner, task, project, ana, pat, member, mails, of } = await aSharedTask()
    const manager = await member("manager")
    await owner.does(updateTask, { id: task.id, assigneeId: ana.id })
    await owner.does(updateProject, { id: project.id, managerId: manager.id })
    await pat.does(createOurComment, { taskId: task.id, body: "Where do I sign?" })
    await mails(mailComment)
    expect(receivers()).toEqual(await of([ana.id, manager.id]))
    expect(sent[0]!.text).toContain("Where do I sign?")
    expect(sent[0]!.text).not.toContain(".portal.")

    sent.length = 0
    await owner.does(updateProject, { id: project.id, managerId: ana.id })
    await pat.does(createOurComment, { taskId: task.id, body: "Hello?" })
    await mails(mailComment)
    expect(receivers()).toEqual(await of([ana.id]))
  })

  it("of the client reaches the client's owner, or the firm's, where nobody has the task", async () => {
    const { owner, client, task, ana, pat, mails, of } = await aSharedTask()
    await pat.does(createOurComment, { taskId: task.id, body: "Anybody?" })
    await mails(mailComment)
    expect(receivers()).toEqual(await of([owner.id]))
    sent.length = 0
    await owner.does(updateClient, { id: client.id, ownerId: ana.id })
    await pat.does(createOurComment, { taskId: task.id, body: "Anybody now?" })
    await mails(mailComment)
    expect([...new Set(receivers())]).toEqual(await of([ana.id]))
  })

  it("of the firm goes to the client's active portal users, with a link to their portal", async () => {
    const { owner, client, portalUser, task, pat, mails, of } = await aSharedTask()
    const former = await portalUser(client.id)
    await owner.does(revokePortalUser, { id: former.id })
    await owner.does(createComment, { id: task.id, body: "Please sign." })
    await mails(mailComment)
    expect(receivers()).toEqual(await of([pat.id]))
    expect(sent[0]!.text).toContain(`.portal.localhost:3000/tasks/${task.id}`)
  })

  it("of the firm on an internal task goes to nobody", async () => {
    const { owner, project, mails } = await aSharedTask()
    const internal = await owner.does(createTask, { id: project.id, title: "Check VAT" })
    await owner.does(createComment, { id: internal.id, body: "They owe two years." })
    await mails(mailComment)
    expect(sent).toEqual([])
  })
})
