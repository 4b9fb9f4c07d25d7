import { describe, expect, it } from "vitest"
import { applyCredit, listCredit, readBalance } from "@/lib/domains/credit/operations"
import { voidInvoice } from "@/lib/domains/invoices/operations/issuing"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { listEntries, receivablesAgeing } from "@/lib/domains/ledger/operations"
import { aDraft, anInvoice, balances, outcomes } from "@/test/finance"
import { aFirm, eventsOf } from "@/test/given"
import { listPayments, readPayment, recordPayment } from "./operations"
import { refundPayment } from "./refunds/operations"

const transfer = { method: "bank_transfer" as const }

describe("a payment by hand", () => {
  it("pays the invoice in parts, posts each, and says so on the invoice", async () => {
    const { firm, owner } = await aFirm()
    const { id } = await anInvoice(owner, "500.00")
    expect(await owner.does(recordPayment, { id, amount: "200", ...transfer })).toMatchObject({
      status: "part_paid",
      amountPaid: "200.00",
      amountDue: "300.00",
      paidAt: null,
    })
    expect(await owner.does(recordPayment, { id, amount: "300.00", ...transfer, note: "Ref 7" })).toMatchObject({
      status: "paid",
      amountDue: "0.00",
      paidAt: expect.any(String),
    })
    const { items } = await owner.does(listPayments, { invoiceId: id, sort: "amount" })
    expect(items).toMatchObject([
      { amount: "200.00", appliedAmount: "200.00", method: "bank_transfer", status: "succeeded", note: "" },
      { amount: "300.00", note: "Ref 7" },
    ])
    const entries = await owner.does(listEntries, { sourceId: items[0]!.id })
    expect(entries.items.map(({ account, debit, credit }) => [account, debit, credit]).sort()).toEqual([
      ["1000", "200.00", "0.00"],
      ["1100", "0.00", "200.00"],
    ])
    expect(await balances(owner)).toEqual({ "1000": "500.00", "1100": "0.00", "4000": "500.00" })
    const names = (await eventsOf(firm)).filter(({ subjectId }) => subjectId === id).map(({ name }) => name)
    expect(names).toEqual(["invoice.created", "invoice.sent", "invoice.part_paid", "invoice.paid"])
  })

  it("never pays more than the total however many come at once; the surplus is the client's credit", async () => {
    const { owner } = await aFirm()
    const { id, clientId } = await anInvoice(owner, "100.00")
    await Promise.all(Array.from({ length: 64 }, () => owner.does(recordPayment, { id, amount: "3.00", ...transfer })))

    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "paid", amountPaid: "100.00" })
    expect(await owner.does(readBalance, { clientId })).toEqual({ balances: [{ currency: "USD", balance: "92.00" }] })
    expect(await balances(owner)).toEqual({ "1000": "192.00", "1100": "0.00", "2300": "92.00", "4000": "100.00" })
  })

  it("is refused for drafts, void invoices, nothing, the future, and what belongs to another firm", async () => {
    const [{ owner, member }, theirs] = [await aFirm(), await aFirm()]
    const [draft, gone, open] = [await aDraft(owner), await anInvoice(owner), await anInvoice(owner)]
    await owner.does(voidInvoice, { id: gone.id })
    const viewer = await member("readonly")
    const pay = (id: string, over = {}, who = owner) =>
      who.does(recordPayment, { id, amount: "1", ...transfer, ...over })
    const tries = [
      pay(draft.id),
      pay(gone.id),
      pay(open.id, { amount: "0.001" }),
      pay(open.id, { amount: "-1" }),
      pay(open.id, { receivedOn: "2199-01-01" }),
      pay(open.id, {}, viewer),
      pay(open.id, {}, theirs.owner),
    ]
    expect(await outcomes(tries)).toEqual([
      "conflict",
      "conflict",
      "validation_error",
      "validation_error",
      "validation_error",
      "forbidden",
      "not_found",
    ])
    expect((await owner.does(listPayments, {})).count).toBe(0)
  })

  it("keeps an invoice from being voided until it is refunded", async () => {
    const { owner } = await aFirm()
    const { id } = await anInvoice(owner, "100.00")
    await owner.does(recordPayment, { id, amount: "60.00", ...transfer })
    await expect(owner.does(voidInvoice, { id })).rejects.toMatchObject({
      sentence: { key: "invoices.refusals.voidPaid" },
    })
    const [payment] = (await owner.does(listPayments, { invoiceId: id })).items
    await owner.does(refundPayment, { id: payment!.id })
    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "sent", amountPaid: "0.00" })
    expect(await owner.does(voidInvoice, { id })).toMatchObject({ status: "void" })
    expect(await balances(owner)).toEqual({ "1000": "0.00", "1100": "0.00", "4000": "0.00" })
  })
})

describe("a refund", () => {
  it("takes unspent credit first, then makes the invoice owed again, and never exceeds what is left", async () => {
    const { owner } = await aFirm()
    const { id } = await anInvoice(owner, "100.00")
    await owner.does(recordPayment, { id, amount: "130.00", ...transfer })
    const [payment] = (await owner.does(listPayments, {})).items
    const refund = (amount: string) => owner.does(refundPayment, { id: payment!.id, amount, reason: "Agreed" })

    expect(await refund("40.00")).toMatchObject({
      status: "part_refunded",
      refundedAmount: "40.00",
      appliedAmount: "90.00",
      refundable: "90.00",
      refunds: [{ amount: "40.00", status: "succeeded", reason: "Agreed" }],
    })
    expect(await owner.does(readInvoice, { id })).toMatchObject({ status: "part_paid", amountDue: "10.00" })
    await expect(refund("90.01")).rejects.toMatchObject({ fields: { amount: [{ values: { left: "90.00" } }] } })
    expect(await refund("90.00")).toMatchObject({ status: "refunded", refundable: "0.00" })
    await expect(refund("0.01")).rejects.toMatchObject({ sentence: { key: "payments.refusals.nothingLeft" } })
    expect(await balances(owner)).toEqual({ "1000": "0.00", "1100": "100.00", "2300": "0.00", "4000": "100.00" })
    const ageing = await owner.does(receivablesAgeing, {})
    expect(ageing.totals).toMatchObject([{ currency: "USD", notDue: "100.00", total: "100.00" }])
  })

  it("leaves credit alone that has been spent", async () => {
    const { owner } = await aFirm()
    const first = await anInvoice(owner, "100.00")
    await owner.does(recordPayment, { id: first.id, amount: "130.00", ...transfer })
    const second = await anInvoice(owner, "80.00", { clientId: first.clientId })
    await owner.does(applyCredit, { id: second.id })

    const [payment] = (await owner.does(listPayments, {})).items
    await expect(owner.does(refundPayment, { id: payment!.id })).rejects.toMatchObject({
      sentence: { key: "payments.refusals.creditSpent" },
    })
    expect(await owner.does(refundPayment, { id: payment!.id, amount: "100.00" })).toMatchObject({
      refundable: "30.00",
    })
  })

  it("is done once when asked for twice at once", async () => {
    const { owner } = await aFirm()
    const { id } = await anInvoice(owner, "100.00")
    await owner.does(recordPayment, { id, amount: "100.00", ...transfer })
    const [payment] = (await owner.does(listPayments, {})).items
    const tries = Array.from({ length: 8 }, () => owner.does(refundPayment, { id: payment!.id }))
    expect((await outcomes(tries)).sort()).toEqual([...Array(7).fill("conflict"), "done"])
    expect(await owner.does(readPayment, { id: payment!.id })).toMatchObject({ refundedAmount: "100.00" })
  })

  it("is for those who may, and for one's own firm", async () => {
    const [{ owner, member }, theirs] = [await aFirm(), await aFirm()]
    const { id } = await anInvoice(owner, "100.00")
    await owner.does(recordPayment, { id, amount: "100.00", ...transfer })
    const [payment] = (await owner.does(listPayments, {})).items
    const viewer = await member("readonly")
    const input = { id: payment!.id }
    const tries = [
      viewer.does(refundPayment, input),
      theirs.owner.does(refundPayment, input),
      theirs.owner.does(readPayment, input),
    ]
    expect(await outcomes(tries)).toEqual(["forbidden", "not_found", "not_found"])
    expect((await theirs.owner.does(listCredit, {})).count).toBe(0)
  })
})
