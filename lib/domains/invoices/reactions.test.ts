import { extractText, getDocumentProxy } from "unpdf"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { recordPayment } from "@/lib/domains/payments/operations"
import { mailReceipt } from "@/lib/domains/payments/reactions"
import { withClock } from "@/lib/platform/clock"
import { closePdf } from "@/lib/platform/pdf"
import { anInvoice, aProject, worked } from "@/test/finance"
import { aFirm } from "@/test/given"
import { aMailbox } from "@/test/mailbox"
import { react } from "@/test/reacting"
import { remindInvoice, sendInvoice } from "./operations/issuing"
import { downloadInvoice, readInvoice } from "./operations/reading"
import { mailInvoice, mailReminder } from "./reactions"
import { createInvoiceFromTime } from "./time/operations"

let mailbox: Awaited<ReturnType<typeof aMailbox>>

beforeAll(async () => {
  mailbox = await aMailbox()
})
beforeEach(() => void mailbox.received.splice(0))
afterAll(async () => {
  await mailbox.close()
  await closePdf()
})

const textOf = async (pdf: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true })).text.replace(/\s+/g, " ")

describe("the mails about an invoice", () => {
  it("bring the invoice as PDF to those who pay, once, with the figures of the API", async () => {
    const { firm, owner, system, portalUser } = await aFirm({ name: "Harbour Advisory" })
    const project = await aProject(owner, { name: "Abbey & Söhne" })
    await portalUser(project.clientId, "billing")
    await portalUser(project.clientId, "viewer")
    for (const hours of ["2.50", "1.25", "0.33"]) await worked(owner, project, { hours, hourlyRate: "133.33" })
    const draft = await owner.does(createInvoiceFromTime, { clientId: project.clientId, taxRate: "8.25" })
    const sent = await owner.does(sendInvoice, { id: draft.id })

    for (let i = 0; i < 2; i++) await react(system, firm.id, mailInvoice)
    expect(mailbox.received).toHaveLength(1)
    const [mail] = mailbox.received
    expect(sent.recipients).toHaveLength(1)
    expect([mail!.to].flat()[0]!.text).toBe(sent.recipients[0])
    expect(mail!.subject).toContain(`Invoice ${sent.number} from Harbour Advisory: $588.87`)
    expect(sent.total).toBe("588.87")
    expect(mail!.text).toContain(`http://${firm.subdomain}.portal.localhost:3000/invoices/${draft.id}`)
    expect(mail!.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
      [`${sent.number}.pdf`, "application/pdf"],
    ])

    const read = await owner.does(readInvoice, { id: draft.id })
    const { body, filename } = await owner.does(downloadInvoice, { id: draft.id })
    expect(filename).toBe(`${sent.number}.pdf`)
    for (const pdf of [mail!.attachments[0]!.content, body]) {
      const text = await textOf(pdf)
      for (const figure of [read.subtotal, read.taxTotal, read.total, ...read.lines.map(({ amount }) => amount)]) {
        expect(text).toContain(`$${figure}`)
      }
      expect(text).toContain(sent.number)
      expect(text).toContain("Abbey & Söhne")
    }
  })

  it("remind, and say so when it is overdue", async () => {
    const { firm, owner, system } = await aFirm()
    const { id, number } = await withClock(new Date(Date.now() - 40 * 86_400_000), () => anInvoice(owner, "90.00"))
    await owner.does(remindInvoice, { id })
    await react(system, firm.id, mailReminder)
    expect(mailbox.received.map(({ subject }) => subject)).toEqual([
      `Overdue: invoice ${number} from Test firm, $90.00`,
    ])
    expect(mailbox.received[0]!.attachments).toHaveLength(1)
  })

  it("thank for a payment and tell what is left", async () => {
    const { firm, owner, system } = await aFirm()
    const { id, number } = await anInvoice(owner, "90.00")
    await owner.does(recordPayment, { id, amount: "30.00", method: "bank_transfer" })
    for (let i = 0; i < 2; i++) await react(system, firm.id, mailReceipt)
    expect(mailbox.received).toHaveLength(1)
    expect(mailbox.received[0]!.subject).toBe("Receipt: $30.00 paid to Test firm")
    expect(mailbox.received[0]!.text).toContain(`Invoice: ${number}`)
    expect(mailbox.received[0]!.text).toContain("Still open: $60.00")
  })
})
