import { describe, expect, it } from "vitest"
import { approveTime, submitTime } from "@/lib/domains/time/operations/approval"
import { listTimeEntries } from "@/lib/domains/time/operations/entries"
import { aDraft, aProject, worked } from "@/test/finance"
import { aFirm } from "@/test/given"
import { createInvoice, deleteInvoice } from "../operations/drafts"
import { listInvoices } from "../operations/reading"
import { createInvoiceFromTime, listUnbilled } from "./operations"

describe("invoicing time", () => {
  it("bills what is unbilled and billable, up to a day, with tax on it", async () => {
    const { owner } = await aFirm()
    const project = await aProject(owner)
    await worked(owner, project, { hours: "2.50", date: "2026-10-01" })
    await worked(owner, project, { hours: "1", hourlyRate: "90.00", taskId: null, date: "2026-10-02" })
    await worked(owner, project, { hours: "8", date: "2026-10-02", billable: false })
    await worked(owner, project, { hours: "3", date: "2026-10-03" })

    const { clientId, projectId } = project
    const invoice = await owner.does(createInvoiceFromTime, { clientId, projectId, until: "2026-10-02", taxRate: 10 })
    expect(invoice).toMatchObject({ status: "draft", number: null, projectId, subtotal: "590.00", total: "649.00" })
    expect(invoice.lines).toMatchObject([
      { description: "Bookkeeping", quantity: "2.50", unitPrice: "200.00", taxRate: "10", amount: "500.00" },
      { description: "Year end 2026", quantity: "1", unitPrice: "90.00", amount: "90.00", tax: "9.00" },
    ])
    expect((await owner.does(listUnbilled, { clientId })).items).toMatchObject([
      { projectId, entries: 1, hours: "3", amount: "600.00" },
    ])
  })

  it("takes all projects of a client when none is named, and one currency at a time", async () => {
    const { owner } = await aFirm()
    const project = await aProject(owner)
    await worked(owner, project, { hours: "1" })
    const invoice = await owner.does(createInvoiceFromTime, { clientId: project.clientId })
    expect(invoice).toMatchObject({ projectId: project.projectId, total: "200.00", taxTotal: "0.00" })
  })

  it("finds nothing the second time, and the time again when the draft is deleted", async () => {
    const { owner } = await aFirm()
    const { id, clientId, projectId } = await aDraft(owner)
    const again = { clientId, projectId: projectId! }
    await expect(owner.does(createInvoiceFromTime, again)).rejects.toMatchObject({
      code: "conflict",
      sentence: { key: "invoices.refusals.nothingUnbilled" },
    })
    await owner.does(deleteInvoice, { id })
    expect(await owner.does(createInvoiceFromTime, again)).toMatchObject({ total: "500.00" })
  })

  it("bills each hour once however many bill at once", async () => {
    const { owner } = await aFirm()
    const project = await aProject(owner)
    for (const hours of ["1", "2", "3"]) await worked(owner, project, { hours })
    const { clientId, projectId } = project
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => owner.does(createInvoiceFromTime, { clientId, projectId })),
    )
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" })
    expect((await owner.does(listInvoices, {})).items).toMatchObject([{ total: "1200.00" }])
  })

  it("waits for approval only where the firm asks for it", async () => {
    const { owner } = await aFirm({ approvesTime: true })
    const project = await aProject(owner)
    await worked(owner, project, { hours: "1" })
    const { clientId, projectId } = project
    await expect(owner.does(createInvoiceFromTime, { clientId, projectId })).rejects.toMatchObject({
      sentence: { key: "invoices.refusals.nothingApproved" },
    })
    const ids = (await owner.does(listTimeEntries, {})).items.map(({ id }) => id)
    await owner.does(submitTime, { ids })
    await owner.does(approveTime, { ids })
    expect(await owner.does(createInvoiceFromTime, { clientId, projectId })).toMatchObject({ total: "200.00" })
  })

  it("refuses clients and projects of another firm, a project of another client, and roles that may not", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const [mine, sibling] = [await aProject(ours.owner), await aProject(ours.owner)]
    const foreign = await aProject(theirs.owner)
    await worked(ours.owner, mine, { hours: "1" })
    for (const input of [
      { clientId: foreign.clientId, projectId: foreign.projectId },
      { clientId: mine.clientId, projectId: foreign.projectId },
      { clientId: sibling.clientId, projectId: mine.projectId },
    ]) {
      await expect(ours.owner.does(createInvoiceFromTime, input)).rejects.toMatchObject({ code: "not_found" })
    }
    const { clientId, projectId } = mine
    const viewer = await ours.member("readonly")
    await expect(viewer.does(createInvoiceFromTime, { clientId, projectId })).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(ours.owner.does(createInvoice, { clientId: foreign.clientId, lines: [] })).rejects.toMatchObject({
      code: "validation_error",
    })
  })
})
