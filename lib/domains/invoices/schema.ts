import { z } from "zod"
import {
  amount,
  currency,
  day,
  decimal,
  decimalOut,
  id,
  line,
  maybe,
  moment,
  percent,
  prose,
} from "@/lib/kernel/fields"

export const invoiceStatuses = ["draft", "sent", "viewed", "part_paid", "paid", "void"] as const
export type InvoiceStatus = (typeof invoiceStatuses)[number]

/** What a list can be narrowed to beside the stored states; both follow from them and the date. */
export const invoiceFilters = [...invoiceStatuses, "open", "overdue"] as const

/** Whether a client could pay by card now, and what is in the way. */
export const onlinePayment = z.enum(["ready", "not_configured", "not_connected", "not_ready"])
export type OnlinePayment = z.output<typeof onlinePayment>

export const lineOut = z
  .object({
    id,
    position: z.int(),
    description: z.string(),
    quantity: decimalOut,
    unitPrice: decimalOut,
    taxRate: decimalOut,
    amount: decimalOut,
    tax: decimalOut,
  })
  .meta({ id: "InvoiceLine" })
export type InvoiceLine = z.output<typeof lineOut>

const ours = {
  id,
  number: maybe(z.string()),
  status: z.enum(invoiceStatuses),
  overdue: z.boolean(),
  currency: z.string(),
  subtotal: decimalOut,
  taxTotal: decimalOut,
  total: decimalOut,
  amountPaid: decimalOut,
  amountDue: decimalOut,
  issuedOn: maybe(day),
  dueOn: maybe(day),
  notes: z.string(),
  sentAt: maybe(moment),
  viewedAt: maybe(moment),
  paidAt: maybe(moment),
  createdAt: moment,
  updatedAt: moment,
  version: z.int(),
}

export const invoiceOut = z
  .object({
    ...ours,
    clientId: id,
    clientName: z.string(),
    projectId: maybe(id),
    projectName: maybe(z.string()),
    voidedAt: maybe(moment),
  })
  .meta({ id: "Invoice" })
export type Invoice = z.output<typeof invoiceOut>

const party = z.object({ name: z.string(), address: z.string(), taxId: z.string() })

export const invoiceDetail = invoiceOut
  .extend({
    lines: z.array(lineOut),
    seller: party,
    buyer: party,
    onlinePayment,
    /** Who gets the invoice by mail. */
    recipients: z.array(z.string()),
    /** How many time entries it bills. */
    timeEntries: z.int(),
  })
  .meta({ id: "InvoiceDetail" })
export type InvoiceDetail = z.output<typeof invoiceDetail>

/** What a client sees of an invoice of theirs. */
export const ourInvoice = z.object({ ...ours, projectId: maybe(id) }).meta({ id: "OurInvoice" })
export type OurInvoice = z.output<typeof ourInvoice>

export const ourInvoiceDetail = ourInvoice
  .extend({
    lines: z.array(lineOut),
    seller: party,
    buyer: party,
    onlinePayment,
    payments: z.array(
      z.object({
        id,
        amount: decimalOut,
        currency: z.string(),
        method: z.string(),
        status: z.string(),
        receivedOn: day,
      }),
    ),
  })
  .meta({ id: "OurInvoiceDetail" })
export type OurInvoiceDetail = z.output<typeof ourInvoiceDetail>

export const newLine = z.strictObject({
  description: line(500),
  quantity: amount.default("1"),
  /** Negative for a discount. */
  unitPrice: decimal,
  taxRate: percent.default("0"),
})
export type NewLine = z.output<typeof newLine>

const lines = z.array(newLine).min(1).max(200)

export const newInvoice = z.strictObject({
  clientId: id,
  projectId: maybe(id).optional(),
  currency: currency.optional(),
  dueOn: maybe(day).optional(),
  notes: prose(2000).default(""),
  lines,
})

export const invoiceChange = z.strictObject({
  id,
  projectId: maybe(id).optional(),
  dueOn: maybe(day).optional(),
  notes: prose(2000).optional(),
  lines: lines.optional(),
})

export const fromTime = z.strictObject({
  clientId: id,
  projectId: maybe(id).optional(),
  until: day.optional(),
  taxRate: percent.default("0"),
})

export const unbilledOut = z
  .object({
    clientId: id,
    clientName: z.string(),
    projectId: id,
    projectName: z.string(),
    currency: z.string(),
    entries: z.int(),
    hours: decimalOut,
    amount: decimalOut,
    from: day,
    to: day,
  })
  .meta({ id: "UnbilledTime" })

export const summaryOut = z
  .object({
    currencies: z.array(
      z.object({ currency: z.string(), draft: decimalOut, open: decimalOut, overdue: decimalOut, paid: decimalOut }),
    ),
    counts: z.record(z.string(), z.int()),
  })
  .meta({ id: "InvoiceSummary" })
