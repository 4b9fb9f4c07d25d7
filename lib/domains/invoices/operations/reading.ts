import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { download, list, query } from "@/lib/kernel/operation"
import { today } from "@/lib/platform/clock"
import { renderDocument } from "@/lib/platform/pdf"
import { invoiceDocument, invoiceFileName } from "../documents"
import { findInvoices, invoiceDetailById, invoiceList, paperOf, summary } from "../queries"
import { invoiceDetail, invoiceOut, summaryOut } from "../schema"

export const listInvoices = list({
  name: "invoices.list",
  summary: "List invoices",
  permission: "invoices:read",
  rest: "GET /finance/invoices",
  input: invoiceList,
  item: invoiceOut,
  run: (input, { db, actor }) => findInvoices(db, input, today(actor.timeZone)),
})

export const readInvoice = query({
  name: "invoices.read",
  summary: "Read an invoice",
  permission: "invoices:read",
  rest: "GET /finance/invoices/{id}",
  input: z.strictObject({ id }),
  output: invoiceDetail,
  run: ({ id }, { db, actor }) => invoiceDetailById(db, id, today(actor.timeZone)),
})

export const summariseInvoices = query({
  name: "invoices.summarise",
  summary: "Sum up invoices by currency and state",
  permission: "invoices:read",
  rest: "GET /finance/invoices/summary",
  input: z.strictObject({}),
  output: summaryOut,
  run: (_input, { db, actor }) => summary(db, today(actor.timeZone)),
})

export const downloadInvoice = download({
  name: "invoices.pdf",
  summary: "Download an invoice as PDF",
  permission: "invoices:read",
  rest: "GET /finance/invoices/{id}/pdf",
  input: z.strictObject({ id }),
  read: ({ id }, { db }) => paperOf(db, id),
  make: async (paper) => ({
    filename: invoiceFileName(paper.invoice),
    contentType: "application/pdf",
    body: await renderDocument(invoiceDocument(paper)),
  }),
})
