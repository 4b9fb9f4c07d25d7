import { describe, expect, it } from "vitest"
import { listEntries } from "@/lib/domains/ledger/operations"
import { withClock } from "@/lib/platform/clock"
import { aDraft, anInvoice, aProject, balances, outcomes } from "@/test/finance"
import { aFirm, eventsOf } from "@/test/given"
import { createInvoice, deleteInvoice, updateInvoice } from "./operations/drafts"
import { remindInvoice, sendInvoice, voidInvoice } from "./operations/issuing"
import { listInvoices, readInvoice, summariseInvoices } from "./operations/reading"

const line = { description: "Advice", quantity: "2", unitPrice: "250.00", taxRate: "8.25" }

describe("an invoice written by hand", () => {
  it("adds up its lines, takes the client's currency, and says who wrote it", async () => {
    const { firm, owner } = await aFirm()
    const { clientId } = await aProject(owner, { currency: "EUR" })
    const invoice = await owner.does(createInvoice, {
      clientId,
      notes: " Thank you ",
      lines: [line, { description: "Discount", unitPrice: "-50", taxRate: "8.25" }],
    })

    expect(invoice).toMatchObject({ status: "draft", number: null, currency: "EUR", notes: "Thank you", version: 1 })
    expect(invoice).toMatchObject({ subtotal: "450.00", taxTotal: "37.12", total: "487.12", amountDue: "487.12" })
    expect(invoice.lines).toMatchObject([
      { position: 1, quantity: "2", unitPrice: "250.00", amount: "500.00", tax: "41.25" },
      { position: 2, quantity: "1", unitPrice: "-50", amount: "-50.00", tax: "-4.13" },
    ])
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "invoice.created", subjectId: invoice.id })
  })

  it("is refused when discounts exceed it, when it has no line, and for a project of another client", async () => {
    const { owner } = await aFirm()
    const [ours, other] = [await aProject(owner), await aProject(owner)]
    const discount = { description: "Discount", unitPrice: "-1" }
    await expect(owner.does(createInvoice, { clientId: ours.clientId, lines: [discount] })).rejects.toMatchObject({
      fields: { lines: [{ key: "invoices.refusals.negative" }] },
    })
    await expect(owner.does(createInvoice, { clientId: ours.clientId, lines: [] })).rejects.toMatchObject({
      code: "validation_error",
    })
    await expect(
      owner.does(createInvoice, { clientId: ours.clientId, projectId: other.projectId, lines: [line] }),
    ).rejects.toMatchObject({ code: "not_found" })
  })

  it("changes while it is a draft, names what changed, and is then kept as it is", async () => {
    const { firm, owner } = await aFirm()
    const { clientId } = await aProject(owner)
    const { id } = await owner.does(createInvoice, { clientId, lines: [line] })
    const changed = await owner.does(updateInvoice, { id, notes: "Net 30", lines: [{ ...line, quantity: "1" }] })
    expect(changed).toMatchObject({ subtotal: "250.00", notes: "Net 30", lines: [{ quantity: "1", position: 1 }] })
    expect((await eventsOf(firm)).at(-1)?.fields.sort()).toEqual(
      ["lines", "notes", "subtotal", "taxTotal", "total"].concat("amountDue").sort(),
    )

    await expect(owner.does(updateInvoice, { id, notes: "x" }, { expectedVersion: 1 })).rejects.toMatchObject({
      code: "conflict",
    })
    await owner.does(sendInvoice, { id })
    const again = [owner.does(updateInvoice, { id, notes: "x" }), owner.does(deleteInvoice, { id })]
    expect(await outcomes(again)).toEqual(["conflict", "conflict"])
  })
})

describe("sending an invoice", () => {
  it("numbers it, dates it by the firm's day and terms, and posts it to the ledger", async () => {
    const { firm, owner } = await aFirm({ timeZone: "Pacific/Auckland" })
    const draft = await aDraft(owner, "8.25")
    // Noon UTC on new year's eve: in Auckland it is next year.
    const sent = await withClock(new Date("2027-12-31T12:00:00Z"), () => owner.does(sendInvoice, { id: draft.id }))

    expect(sent).toMatchObject({ status: "sent", number: "INV-2028-0001", issuedOn: "2028-01-01", dueOn: "2028-01-15" })
    const { items } = await owner.does(listEntries, { sourceId: draft.id })
    expect(items.map(({ account, debit, credit, currency }) => [account, debit, credit, currency]).sort()).toEqual([
      ["1100", "541.25", "0.00", "USD"],
      ["2200", "0.00", "41.25", "USD"],
      ["4000", "0.00", "500.00", "USD"],
    ])
    expect(items[0]).toMatchObject({ sourceId: draft.id, postedOn: "2028-01-01", description: "INV-2028-0001" })
    expect((await eventsOf(firm)).at(-1)).toMatchObject({ name: "invoice.sent", subjectId: draft.id })
  })

  it("is done once: to ask again there are reminders", async () => {
    const { firm, owner } = await aFirm()
    const { id } = await anInvoice(owner)
    await expect(owner.does(sendInvoice, { id })).rejects.toMatchObject({ sentence: { key: "invoices.refusals.sent" } })
    await owner.does(remindInvoice, { id })
    expect((await eventsOf(firm)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["invoice.sent", "invoice.reminded"]),
    )
  })

  it("reminds only of what is open, and only when somebody would read it", async () => {
    const { owner } = await aFirm()
    const { clientId } = await aProject(owner)
    const { id } = await owner.does(createInvoice, { clientId, lines: [line] })
    await expect(owner.does(remindInvoice, { id })).rejects.toMatchObject({
      sentence: { key: "invoices.refusals.draft" },
    })
    await owner.does(sendInvoice, { id })
    await expect(owner.does(remindInvoice, { id })).rejects.toMatchObject({
      sentence: { key: "invoices.refusals.nobody" },
    })
  })

  it("leaves no gap and no double when fifty go out at once and every tenth is rolled back", async () => {
    const { owner } = await aFirm()
    const { clientId } = await aProject(owner)
    const drafts = await Promise.all(
      Array.from({ length: 50 }, () => owner.does(createInvoice, { clientId, lines: [line] })),
    )
    await Promise.all(
      drafts.map(({ id }, i) => owner.does(sendInvoice, { id }, { dryRun: i % 10 === 3 }).catch(rolledBack)),
    )

    const { items } = await owner.does(listInvoices, { limit: 100, sort: "number" })
    const numbers = items.flatMap(({ number }) => number ?? [])
    const year = new Date().getUTCFullYear()
    expect(numbers).toEqual(Array.from({ length: 45 }, (_, i) => `INV-${year}-${String(i + 1).padStart(4, "0")}`))
    expect(items.filter(({ status }) => status === "draft")).toHaveLength(5)
  })
})

function rolledBack(error: Error) {
  if (error.message !== "rolled back") throw error
}

describe("voiding an invoice", () => {
  it("reverses its posting, keeps its number, and gives its time back", async () => {
    const { owner } = await aFirm()
    const draft = await aDraft(owner)
    const { number } = await owner.does(sendInvoice, { id: draft.id })
    expect(await owner.does(voidInvoice, { id: draft.id })).toMatchObject({
      status: "void",
      number,
      amountDue: "0.00",
      timeEntries: 0,
    })

    expect(await balances(owner)).toEqual({ "1100": "0.00", "4000": "0.00" })
    expect((await owner.does(listEntries, { sourceId: draft.id })).count).toBe(4)
    await expect(owner.does(voidInvoice, { id: draft.id })).rejects.toMatchObject({ code: "conflict" })
  })

  it("is refused for a draft", async () => {
    const { owner } = await aFirm()
    const { id } = await aDraft(owner)
    await expect(owner.does(voidInvoice, { id })).rejects.toMatchObject({
      sentence: { key: "invoices.refusals.voidDraft" },
    })
  })
})

describe("invoices", () => {
  it("are listed by state, client and words; overdue follows from the date", async () => {
    const { owner } = await aFirm()
    const late = await withClock(new Date(Date.now() - 40 * 86_400_000), () => anInvoice(owner, "100.00"))
    const fresh = await anInvoice(owner, "70.00")
    const { id: draft } = await aDraft(owner)
    const ids = async (filter: Parameters<typeof listInvoices.input.parse>[0]) =>
      (await owner.does(listInvoices, filter as object)).items.map(({ id }) => id)

    expect(await ids({ status: "overdue" })).toEqual([late.id])
    expect((await ids({ status: "open" })).sort()).toEqual([late.id, fresh.id].sort())
    expect(await ids({ status: "draft" })).toEqual([draft])
    expect(await ids({ clientId: fresh.clientId })).toEqual([fresh.id])
    expect(await ids({ q: fresh.number! })).toEqual([fresh.id])
    expect(await owner.does(readInvoice, { id: late.id })).toMatchObject({ status: "sent", overdue: true })
    expect(await owner.does(summariseInvoices, {})).toMatchObject({
      currencies: [{ currency: "USD", draft: "500.00", open: "170.00", overdue: "100.00", paid: "0.00" }],
      counts: { all: 3, open: 2, overdue: 1, draft: 1 },
    })
  })

  it("of another firm are as if they did not exist", async () => {
    const [ours, theirs] = [await aFirm(), await aFirm()]
    const [{ id }, draft] = [await anInvoice(theirs.owner), await aDraft(theirs.owner)]
    const tries = [
      ours.owner.does(readInvoice, { id }),
      ours.owner.does(voidInvoice, { id }),
      ours.owner.does(remindInvoice, { id }),
      ours.owner.does(sendInvoice, { id: draft.id }),
      ours.owner.does(deleteInvoice, { id: draft.id }),
      ours.owner.does(updateInvoice, { id: draft.id, notes: "ours" }),
      ours.owner.does(createInvoice, { clientId: draft.clientId, lines: [line] }),
    ]
    expect(new Set(await outcomes(tries))).toEqual(new Set(["not_found"]))
    expect(await theirs.owner.does(readInvoice, { id: draft.id })).toMatchObject({ version: 1, notes: "" })
  })

  it("are written only by those who may", async () => {
    const { owner, member } = await aFirm()
    const { id } = await aDraft(owner)
    const [viewer, staff] = [await member("readonly"), await member("staff")]
    await expect(viewer.does(sendInvoice, { id })).rejects.toMatchObject({ code: "forbidden" })
    await expect(staff.does(readInvoice, { id })).rejects.toMatchObject({ code: "forbidden" })
    expect(await viewer.does(readInvoice, { id })).toMatchObject({ id })
  })
})
