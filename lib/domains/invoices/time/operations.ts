import { list, mutation } from "@/lib/kernel/operation"
import { conflict } from "@/lib/kernel/refusal"
import { today } from "@/lib/platform/clock"
import { invoiceDetailById } from "../queries"
import { linesOfTime } from "../rules"
import { fromTime, invoiceDetail, unbilledOut } from "../schema"
import { billedTo, holdTime, insertInvoice } from "../writes"
import { findUnbilled, lockUnbilled, unbilledList } from "./queries"

export const listUnbilled = list({
  name: "invoices.listUnbilled",
  summary: "List unbilled time by project",
  permission: "invoices:read",
  rest: "GET /finance/unbilled-time",
  input: unbilledList,
  item: unbilledOut,
  run: (input, { db, actor }) => findUnbilled(db, input, actor.approvesTime),
})

export const createInvoiceFromTime = mutation({
  name: "invoices.createFromTime",
  summary: "Invoice unbilled time",
  permission: "invoices:write",
  rest: "POST /finance/invoices/from-time",
  place: "/finance/invoices",
  input: fromTime,
  output: invoiceDetail,

  async run({ clientId, projectId, until, taxRate }, { db, actor, record }) {
    await billedTo(db, clientId, projectId)
    const found = await lockUnbilled(db, { clientId, projectId, until, approvedOnly: actor.approvesTime })
    // An invoice has one currency; time in another one goes on an invoice of its own.
    const currency = found[0]?.currency
    const entries = found.filter((entry) => entry.currency === currency)
    if (!currency) throw conflict(`invoices.refusals.${actor.approvesTime ? "nothingApproved" : "nothingUnbilled"}`)

    const [project, another] = new Set(entries.map((entry) => entry.projectId))
    const lines = linesOfTime(entries, { currency, taxRate })
    const invoice = await insertInvoice(db, { clientId, projectId: another ? null : project, currency }, lines)
    await holdTime(
      db,
      invoice.id,
      entries.map(({ id }) => id),
    )
    record("invoice.created", { id: invoice.id, clientId })
    return invoiceDetailById(db, invoice.id, today(actor.timeZone))
  },
})
