import { describe, expect, it } from "vitest"
import { createClient } from "@/lib/domains/clients/operations"
import { updateFirm } from "@/lib/domains/firm/operations"
import { createInvoice } from "@/lib/domains/invoices/operations/drafts"
import { createLead } from "@/lib/domains/leads/operations/leads"
import { createMessage } from "@/lib/domains/messages/operations"
import { createOurMessage } from "@/lib/domains/messages/portal"
import { recordPayment } from "@/lib/domains/payments/operations"
import { updateProject } from "@/lib/domains/projects/operations"
import { sendProposal } from "@/lib/domains/proposals/operations/deciding"
import { addSampleData } from "@/lib/domains/samples/operations"
import { createComment } from "@/lib/domains/tasks/operations/comments"
import { createTask, updateTask } from "@/lib/domains/tasks/operations/tasks"
import { today, withClock } from "@/lib/platform/clock"
import { aProposal, aProspect, aSentProposal } from "@/test/crm"
import { anInvoice, aProject, worked } from "@/test/finance"
import { aFirm, owner as database } from "@/test/given"
import { readOverview } from "./operations"
import { countWaiting, readOurOverview } from "./portal"

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

describe("a firm's overview", () => {
  it("of an empty firm shows zeros and the first steps", async () => {
    const { owner } = await aFirm()
    expect(await owner.does(readOverview, {})).toMatchObject({
      newLeads: 0,
      proposals: [],
      activeProjects: 0,
      myTasks: { open: 0, overdue: 0, next: [] },
      unbilled: { hours: "0", amounts: [], everybody: true },
      receivables: [],
      collected: [],
      activity: [],
      firstSteps: { details: false, prospect: false, proposal: false, sent: false, payments: false },
      samples: { count: 0, offered: true },
    })
  })

  it("shows true figures of everything that goes on, money by currency", async () => {
    const { owner } = await aFirm()
    await owner.does(createLead, { companyName: "Globex", contactName: "Gil", email: "gil@globex.test" })
    await aSentProposal(owner)
    const project = await aProject(owner)
    await owner.does(updateProject, { id: project.projectId, status: "active" })
    await worked(owner, project, { hours: "2.50" })
    await worked(owner, project, { hours: "1.00", billable: false })
    await owner.does(updateTask, { id: project.taskId, assigneeId: owner.id, dueOn: today() })
    const late = await withClock(daysAgo(40), () => anInvoice(owner, "300.00"))
    await anInvoice(owner, "200.00")
    await owner.does(recordPayment, { id: late.id, amount: "100.00", method: "bank_transfer", receivedOn: today() })

    const overview = await owner.does(readOverview, {})
    expect(overview).toMatchObject({
      newLeads: 1,
      proposals: [{ currency: "USD", amount: "550.00", count: 1 }],
      activeProjects: 1,
      myTasks: { open: 1, overdue: 0, next: [{ id: project.taskId, title: "Bookkeeping", project: "Year end 2026" }] },
      unbilled: { hours: "2.50", amounts: [{ currency: "USD", amount: "500.00", count: 1 }] },
      receivables: [{ currency: "USD", amount: "400.00", count: 2, overdueAmount: "200.00", overdueCount: 1 }],
      collected: [{ currency: "USD", month: today().slice(0, 7), amount: "100.00" }],
      // A firm that invoices needs none.
      firstSteps: null,
      samples: { count: 0, offered: false },
    })
    expect(overview.activity![0]).toMatchObject({ actorName: "Test owner", clientName: "Harbour & Co" })
  })

  it("shows each person only what they may see", async () => {
    const { owner, member } = await aFirm()
    const project = await aProject(owner)
    await worked(owner, project, { hours: "2.50" })
    const nothing = {
      newLeads: null,
      proposals: null,
      activeProjects: null,
      myTasks: null,
      receivables: null,
      firstSteps: null,
      samples: null,
    }
    expect(await (await member("staff")).does(readOverview, {})).toMatchObject({
      ...nothing,
      unbilled: null,
      activity: null,
    })
    const staff = await member("staff", ["time:own", "projects:read"])
    expect(await staff.does(readOverview, {})).toMatchObject({
      receivables: null,
      unbilled: { everybody: false, hours: "0", amounts: [] },
      myTasks: { open: 0 },
    })
    expect(await (await member("readonly")).does(readOverview, {})).toMatchObject({
      activity: null,
      firstSteps: null,
      newLeads: 0,
    })
  })

  it("counts nothing of another firm and is not there for clients", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const { clientId } = await aProject(ours.owner)
    expect(await theirs.owner.does(readOverview, {})).toMatchObject({ activeProjects: 0, activity: [] })
    const pat = await ours.portalUser(clientId)
    await expect(pat.does(readOverview, {})).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("a firm's first steps", () => {
  it("are ticked off one by one by what is true, samples apart, until the proposal is sent", async () => {
    const { owner, firm } = await aFirm()
    const steps = async () => (await owner.does(readOverview, {})).firstSteps
    await owner.does(addSampleData, {})
    const none = { details: false, prospect: false, proposal: false, sent: false, payments: false }
    expect(await steps()).toEqual({ ...none, draftId: null, prospectId: null })

    await owner.does(updateFirm, { address: "48 Wharf Street" })
    expect(await steps()).toMatchObject({ details: true, prospect: false })
    const { id: prospectId } = await aProspect(owner)
    expect(await steps()).toMatchObject({ prospect: true, proposal: false, prospectId })
    const { id: draftId } = await aProposal(owner, { prospectId })
    expect(await steps()).toMatchObject({ proposal: true, sent: false, draftId })
    await owner.does(sendProposal, { id: draftId })
    expect(await steps()).toMatchObject({ sent: true, payments: false, draftId: null })
    await database`update firms set stripe_ready = true where id = ${firm.id}`
    expect(await steps()).toMatchObject({ payments: true })
  })

  it("are put away for the whole firm, and brought back", async () => {
    const { owner, member } = await aFirm()
    const admin = await member("admin")
    expect(await owner.does(updateFirm, { firstStepsHidden: true })).toMatchObject({ firstStepsHidden: true })
    expect((await admin.does(readOverview, {})).firstSteps).toBeNull()
    await admin.does(updateFirm, { firstStepsHidden: false })
    expect((await owner.does(readOverview, {})).firstSteps).toMatchObject({ sent: false })
  })
})

describe("a client's overview", () => {
  it("shows what waits for the client first, and how the projects are going", async () => {
    const { owner, portalUser } = await aFirm({ stripeAccountId: `acct_${crypto.randomUUID()}` })
    const { clientId, projectId, taskId } = await aProject(owner)
    await owner.does(updateTask, { id: taskId, clientVisible: true, status: "waiting" })
    const done = await owner.does(createTask, { id: projectId, title: "Kick-off", clientVisible: true })
    await owner.does(updateTask, { id: done.id, status: "done" })
    await owner.does(createTask, { id: projectId, title: "Internal" })
    await owner.does(createComment, { id: taskId, body: "Please send the statements" })
    const invoice = await withClock(daysAgo(40), () => anInvoice(owner, "300.00", { clientId }))
    await owner.does(createInvoice, { clientId, lines: [{ description: "Draft", unitPrice: "1.00" }] })
    await owner.does(createMessage, { clientId, body: "Hello" })
    const proposal = await aSentProposal(owner)
    await database`update proposals set client_id = ${clientId} where id = ${proposal.id}`

    const pat = await portalUser(clientId)
    expect(await pat.does(readOurOverview, {})).toMatchObject({
      proposals: [{ id: proposal.id, total: "550.00", currency: "USD" }],
      invoices: [{ id: invoice.id, number: invoice.number, amountDue: "300.00", overdue: true }],
      canPay: true,
      unreadMessages: 1,
      tasks: [{ id: taskId, waiting: true, unreadComments: 1, project: "Year end 2026" }],
      projects: [{ id: projectId, done: 1, tasks: 2 }],
    })
    expect(await pat.does(countWaiting, {})).toEqual({ proposals: 1, invoices: 1, messages: 1 })
    expect(await (await portalUser(clientId, "viewer")).does(readOurOverview, {})).toMatchObject({ canPay: false })
  })

  it("is empty for a sibling client, and firms have another", async () => {
    const { owner, portalUser } = await aFirm()
    const { clientId } = await aProject(owner)
    await anInvoice(owner, "300.00", { clientId })
    const sibling = await owner.does(createClient, { name: "Globex" })
    const gil = await portalUser(sibling.id)
    await gil.does(createOurMessage, { body: "Anybody?" })
    expect(await gil.does(readOurOverview, {})).toMatchObject({
      proposals: [],
      invoices: [],
      canPay: false,
      unreadMessages: 0,
      tasks: [],
      projects: [],
    })
    await expect(owner.does(readOurOverview, {})).rejects.toMatchObject({ code: "forbidden" })
  })
})
