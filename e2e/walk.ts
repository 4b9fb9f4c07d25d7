import type { Api } from "./api"
import * as contract from "./contract"

/** Who is sold to, in a name and at an address of their own. */
export type Buyer = { companyName: string; contactName: string; email: string }
export type Deal = Awaited<ReturnType<typeof sell>>

export const buyer = (companyName: string): Buyer => ({
  companyName,
  contactName: "Robin Reed",
  email: `robin@${companyName.toLowerCase().replaceAll(" ", "-")}.test`,
})

export const lines = [
  { description: "Discovery workshop", quantity: 2, unitPrice: "750.00", taxRate: "8.25" },
  { description: "Interviews", quantity: "1.5", unitPrice: 199.99 },
]
/** 1500.00 and half a cent of 299.985 rounded away from zero; tax on the first line alone. */
export const proposed = { subtotal: "1799.99", taxTotal: "123.75", total: "1923.74" }

export async function offer(firm: Api, who: Buyer) {
  const lead = (await firm.post("/crm/leads", { ...who, source: "referral" }, { expect: 201, gives: contract.lead }))
    .data
  const prospect = (await firm.post(`/crm/leads/${lead.id}/convert`, {}, { gives: contract.prospect })).data
  const body = { prospectId: prospect.id, title: `Advice for ${who.companyName}`, currency: "USD", lines }
  const proposal = (await firm.post("/crm/proposals", body, { expect: 201, gives: contract.proposal })).data
  const sent = (
    await firm.post(`/crm/proposals/${proposal.id}/send`, {}, { expect: 200, gives: contract.sentProposal })
  ).data
  return { lead, prospect, proposal, publicUrl: new URL(sent.publicUrl) }
}

/** From a lead to a client with a project, the client's word entered by the firm. */
export async function sell(firm: Api, who: Buyer) {
  const offered = await offer(firm, who)
  const signer = { signerName: who.contactName, signerEmail: who.email }
  const path = `/crm/proposals/${offered.proposal.id}/accept`
  const { data } = await firm.post(path, signer, { expect: 200, gives: contract.accepted })
  return { ...offered, ...data, who, signer }
}

export const work = [
  { hours: "2.50", hourlyRate: "180.00", description: "Interviewed the board", billedAmount: "450.00" },
  { hours: 1.25, hourlyRate: "95.55", description: "Wrote it up", billedAmount: "119.44" },
]

export async function log(firm: Api, { projectId }: Deal) {
  const body = { title: "Interviews", clientVisible: true }
  const task = (await firm.post(`/projects/projects/${projectId}/tasks`, body, { expect: 201, gives: contract.task }))
    .data
  const date = new Date().toISOString().slice(0, 10)
  for (const { billedAmount: _, ...entry } of work) {
    const given = { projectId, taskId: task.id, date, billable: true, ...entry }
    await firm.post("/projects/time-entries", given, { expect: 201, gives: contract.timeEntry })
  }
  return task
}

/** From a client with a project to an invoice that is out. */
export async function bill(firm: Api, deal: Deal) {
  await log(firm, deal)
  const asked = { clientId: deal.clientId, projectId: deal.projectId, taxRate: "8.25" }
  const draft = (await firm.post("/finance/invoices/from-time", asked, { expect: 201, gives: contract.draftInvoice }))
    .data
  const path = `/finance/invoices/${draft.id}/send`
  return (await firm.post(path, {}, { expect: 200, gives: contract.sentInvoice })).data
}
