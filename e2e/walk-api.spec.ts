import { randomUUID } from "node:crypto"
import { Api } from "./api"
import * as contract from "./contract"
import { expect, test } from "./fixtures"
import { attachmentOf, linkIn, mailAbout, mailWith } from "./mailbox"
import { joinPortal } from "./portal"
import { payAt, readPaymentPage } from "./stripe"
import { hosts, port } from "./surroundings"
import { bill, buyer, lines, log, offer, proposed, sell, work } from "./walk"

const sum = (entries: { debit: string; credit: string }[], side: "debit" | "credit") =>
  entries.reduce((total, entry) => total + Math.round(Number(entry[side]) * 100), 0)

test("the walk from lead to paid invoice, by API alone", async ({ unique }) => {
  const firm = await Api.as("owner")
  expect(firm.tokens).toMatchObject({ tokenType: "Bearer", expiresIn: 3600, firm: { subdomain: "acme" } })
  const who = buyer(unique("Lumen Works"))

  const { data: lead } = await firm.post("/crm/leads", { ...who, source: "web" }, { expect: 201, gives: contract.lead })
  expect(lead.status).toBe("new")
  const converted = await firm.post(`/crm/leads/${lead.id}/convert`, {}, { gives: contract.prospect })
  expect([200, 201]).toContain(converted.status)
  const prospect = converted.data
  expect(prospect.leadId).toBe(lead.id)
  const value = { estimatedValue: 1923.74, currency: "USD" }
  const { data: valued } = await firm.patch(`/crm/prospects/${prospect.id}`, value, { gives: contract.valued })
  expect(valued).toMatchObject({ estimatedValue: "1923.74", currency: "USD" })

  const body = { prospectId: prospect.id, title: "Advice", currency: "USD", lines }
  const { data: proposal } = await firm.post("/crm/proposals", body, { expect: 201, gives: contract.proposal })
  expect(proposal).toMatchObject(proposed)
  const sending = `/crm/proposals/${proposal.id}/send`
  const { data: sent } = await firm.post(sending, {}, { expect: 200, gives: contract.sentProposal })
  expect(new URL(sent.publicUrl)).toMatchObject({
    host: hosts.portal,
    pathname: expect.stringMatching(/^\/proposals\/[^/]+$/),
  })

  const signer = { signerName: who.contactName, signerEmail: who.email }
  const accepting = `/crm/proposals/${proposal.id}/accept`
  const { data: deal } = await firm.post(accepting, signer, { expect: 200, gives: contract.accepted })

  const paper = await firm.get(`/crm/contracts/${deal.contractId}/download`)
  expect(paper.headers["content-type"]).toBe("application/pdf")
  expect(paper.bytes.subarray(0, 5).toString()).toBe("%PDF-")
  const { data: project } = await firm.get(`/projects/projects/${deal.projectId}`, { gives: contract.project })
  expect(project).toMatchObject({ id: deal.projectId, clientId: deal.clientId })
  const { data: client } = await firm.get<{ name: string }>(`/clients/clients/${deal.clientId}`)
  expect(client.name).toBe(who.companyName)

  const tasks = `/projects/projects/${deal.projectId}/tasks`
  const { data: task } = await firm.post(tasks, { title: "Interviews" }, { expect: 201, gives: contract.task })
  for (const { billedAmount, ...entry } of work) {
    const date = new Date().toISOString().slice(0, 10)
    const given = { projectId: deal.projectId, taskId: task.id, date, billable: true, ...entry }
    const { data } = await firm.post("/projects/time-entries", given, { expect: 201, gives: contract.timeEntry })
    expect(data.billedAmount).toBe(billedAmount)
    expect(Number(data.hours)).toBe(Number(entry.hours))
  }

  const asked = { clientId: deal.clientId, projectId: deal.projectId, taxRate: "8.25" }
  const { data: draft } = await firm.post("/finance/invoices/from-time", asked, {
    expect: 201,
    gives: contract.draftInvoice,
  })
  // 450.00 + 37.13 and 119.44 + 9.85: each line rounds by itself, the total sums the lines.
  expect(draft.lines.map(({ amount }) => amount).sort()).toEqual(["119.44", "450.00"])
  expect(draft.total).toBe("616.42")
  const again = await firm.post<never>("/finance/invoices/from-time", asked, { expect: 409 })
  expect(again.error.code).toBe("conflict")

  const { data: issued } = await firm.post(
    `/finance/invoices/${draft.id}/send`,
    {},
    { expect: 200, gives: contract.sentInvoice },
  )
  const mail = await mailAbout(who.email, new RegExp(issued.number))
  expect(mail.attachments).toMatchObject([{ contentType: "application/pdf" }])
  expect((await attachmentOf(mail)).subarray(0, 5).toString()).toBe("%PDF-")

  const { data: link } = await firm.post(
    `/finance/invoices/${draft.id}/payment-link`,
    {},
    { gives: contract.paymentLink },
  )
  const page = await readPaymentPage(link.url)
  expect(new URL(link.url)).toMatchObject({ protocol: "http:", hostname: "127.0.0.1" })
  expect(page).toMatchObject({
    status: 200,
    cookies: [],
    method: "post",
    forms: [expect.not.stringMatching(/<(select|textarea)/)],
  })
  expect(Object.keys(page.fields)).toEqual(
    expect.arrayContaining(["cardNumber", "cardExpiry", "cardCvc", "email", "billingName"]),
  )

  const live = await firm.live()
  const paid = await payAt(link.url, { email: who.email, billingName: who.contactName })
  expect(paid.status).toBe(303)
  const settled = await live.until(async () => {
    const { data } = await firm.get(`/finance/invoices/${draft.id}`, { gives: contract.invoice })
    return data.status === "paid" && data
  })
  live.close()
  expect(settled).toMatchObject({ amountPaid: "616.42", amountDue: "0.00", total: "616.42" })

  const { data: payments } = await firm.get(`/finance/payments?invoiceId=${draft.id}`, { gives: contract.payments })
  expect(payments).toMatchObject([{ amount: "616.42", currency: "USD" }])
  for (const [sourceId, cents] of [
    [draft.id, 61642],
    [payments[0]!.id, 61642],
  ] as const) {
    const { data } = await firm.get(`/finance/ledger-entries?sourceId=${sourceId}`, { gives: contract.ledgerEntries })
    expect([sum(data, "debit"), sum(data, "credit")]).toEqual([cents, cents])
    expect(new Set(data.map(({ currency }) => currency))).toEqual(new Set(["USD"]))
  }

  const { data: events } = await firm.get(`/audit/events?subjectId=${draft.id}`, { gives: contract.auditEvents })
  expect(events.every((event) => event.subjectId === draft.id && event.result === "done")).toBe(true)
  const names = events.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(["invoice.created", "invoice.sent", "invoice.paid"]))
  await mailAbout(who.email, /receipt|payment received|thank you/i)
})

test("the invited client signs in to the portal by API, sees its own, pays and writes", async ({ unique }) => {
  const firm = await Api.as("owner")
  const deal = await sell(firm, buyer(unique("Harbour Mill")))
  const invoice = await bill(firm, deal)

  const invitation = await mailWith(deal.who.email, /^\/invitations\//)
  expect(linkIn(invitation, /^\/invitations\//).host).toBe(hosts.portal)
  const client = await joinPortal(deal.who)
  expect(client.tokens).toMatchObject({
    tokenType: "Bearer",
    client: { id: deal.clientId, name: deal.who.companyName },
  })

  const { data: invoices } = await client.get("/portal/invoices", { gives: contract.invoice.array() })
  expect(invoices).toMatchObject([{ id: invoice.id, number: invoice.number, total: "616.42", amountDue: "616.42" }])
  const { data: projects } = await client.get<{ id: string }[]>("/portal/projects")
  expect(projects.map(({ id }) => id)).toEqual([deal.projectId])
  const posted = await client.post(
    "/portal/messages",
    { body: "Good morning" },
    { expect: 201, gives: contract.message },
  )
  expect(posted.data.body).toBe("Good morning")

  const { data: link } = await client.post(
    `/portal/invoices/${invoice.id}/payment-link`,
    {},
    { gives: contract.paymentLink },
  )
  const live = await client.live()
  await payAt(link.url, { email: deal.who.email, billingName: deal.who.contactName })
  const paid = await live.until(async () => {
    const { data } = await client.get(`/portal/invoices/${invoice.id}`, { gives: contract.invoice })
    return data.status === "paid" && data
  })
  live.close()
  expect(paid).toMatchObject({ amountPaid: "616.42", amountDue: "0.00" })
})

test("a firm's token is refused in the portal's part of the API, a portal token everywhere else, whatever the host", async ({
  tokens,
}) => {
  const [firm, client] = [await tokens("owner"), await tokens("pat")]
  for (const host of [hosts.acme, hosts.portal, hosts.root]) {
    for (const path of ["/portal/invoices", "/portal/projects", `/portal/invoices/${randomUUID()}`]) {
      const answer = await new Api(host, firm.token).send<never>("GET", path, { expect: 403 })
      expect(answer.error.code).toBe("forbidden")
    }
    for (const path of ["/crm/leads", "/finance/invoices", `/clients/clients/${randomUUID()}`]) {
      const answer = await new Api(host, client.token).send<never>("GET", path, { expect: 403 })
      expect(answer.error.code).toBe("forbidden")
    }
  }
})

test("accepting again answers the same records, and what the firm entered is no signature of the client", async ({
  unique,
}) => {
  const firm = await Api.as("owner")
  const deal = await sell(firm, buyer(unique("Twice Ltd")))
  const { clientId, contractId, projectId, engagementId, portalUserId } = deal
  const path = `/crm/proposals/${deal.proposal.id}/accept`
  const { data } = await firm.post(path, deal.signer, { expect: 200, gives: contract.accepted })
  expect(data).toEqual({ clientId, contractId, projectId, engagementId, portalUserId })

  type Detail = { acceptance: { onBehalf: boolean; enteredByName: string; signerName: string } }
  const { data: detail } = await firm.get<Detail>(`/crm/proposals/${deal.proposal.id}`)
  expect(detail.acceptance).toMatchObject({ onBehalf: true, signerName: deal.who.contactName })
  expect(detail.acceptance.enteredByName).not.toBe("")
})

test("the client accepts through the link alone, and everything is made once", async ({ unique }) => {
  const firm = await Api.as("owner")
  const who = buyer(unique("Link Bros"))
  const { proposal, publicUrl } = await offer(firm, who)
  const token = publicUrl.pathname.split("/").at(-1)
  const guest = new Api(publicUrl.host)
  const signer = { signerName: who.contactName, signerEmail: who.email }
  const live = await firm.live()
  for (const _ of [1, 2]) await guest.post(`/public/proposals/${token}/accept`, signer, { expect: 200 })
  type Detail = { status: string; clientId: string; projectId: string | null; acceptance: { onBehalf: boolean } }
  const detail = await live.until(async () => {
    const { data } = await firm.get<Detail>(`/crm/proposals/${proposal.id}`)
    return data.projectId ? data : false
  })
  live.close()
  expect(detail).toMatchObject({ status: "accepted", acceptance: { onBehalf: false } })
  expect(await firm.all(`/projects/projects?clientId=${detail.clientId}`)).toHaveLength(1)
})

test("an idempotency key gives the first answer again, and refuses another body", async ({ unique }) => {
  const firm = await Api.as("owner")
  const headers = { "idempotency-key": randomUUID() }
  const body = { ...buyer(unique("Same Co")), source: "web" }
  const first = await firm.post("/crm/leads", body, { expect: 201, headers })
  const second = await firm.post("/crm/leads", body, { expect: 201, headers })
  expect(second.data).toEqual(first.data)
  const other = await firm.post<never>("/crm/leads", { ...body, source: "other" }, { expect: 409, headers })
  expect(other.error.code).toBe("conflict")
  expect(await firm.all(`/crm/leads?q=${encodeURIComponent(body.companyName)}`)).toHaveLength(1)
})

test("time is billed once, and invoice numbers follow one another", async ({ unique }) => {
  const firm = await Api.as("owner")
  const deal = await sell(firm, buyer(unique("Number One")))
  const first = await bill(firm, deal)
  await log(firm, deal)
  const second = await bill(firm, deal)
  const last = (number: string) => Number(/(\d+)$/.exec(number)?.[1])
  expect(last(second.number)).toBe(last(first.number) + 1)
})

test("every answer carries its request's id, and every refusal its code", async ({ tokens }) => {
  const firm = await tokens("owner")
  const nobody = new Api(hosts.acme)
  const asked = [
    await nobody.send<never>("GET", "/crm/leads", { expect: 401 }),
    await firm.send<never>("GET", `/crm/leads/${randomUUID()}`, { expect: 404 }),
    await firm.send<never>("POST", "/crm/leads", { body: { companyName: "x", surprise: 1 }, expect: 422 }),
    await firm.send<never>("POST", "/crm/leads", { headers: { "content-type": "text/plain" }, body: "x", expect: 415 }),
    await new Api(`acme.localhost:${port + 1}`).send<never>("GET", "/crm/leads", {}),
  ]
  expect(asked.slice(0, 4).map(({ error }) => error.code)).toEqual([
    "unauthenticated",
    "not_found",
    "validation_error",
    "unsupported_media_type",
  ])
  expect(Object.keys(asked[2]!.error.details)).toEqual(expect.arrayContaining(["email", "surprise"]))
  for (const { headers } of asked.slice(0, 4)) expect(headers["x-request-id"]).toMatch(/^[\w-]{8,}$/)
})
