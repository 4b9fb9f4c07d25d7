import { z } from "zod"
import { invoiceDetailById } from "@/lib/domains/invoices/queries"
import { invoiceDetail } from "@/lib/domains/invoices/schema"
import { firmToday, lockedInvoice } from "@/lib/domains/invoices/writes"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { conflict, invalidField } from "@/lib/kernel/refusal"
import { today as utcToday } from "@/lib/platform/clock"
import { roundMoney } from "@/lib/platform/money"
import { findPayments, paymentDetailById, paymentList } from "./queries"
import { newPayment, paymentDetail, paymentOut } from "./schema"
import { receivePayment } from "./writes"

export const listPayments = list({
  name: "payments.list",
  summary: "List payments",
  permission: "payments:read",
  rest: "GET /finance/payments",
  input: paymentList,
  item: paymentOut,
  run: (input, { db }) => findPayments(db, input),
})

export const readPayment = query({
  name: "payments.read",
  summary: "Read a payment",
  permission: "payments:read",
  rest: "GET /finance/payments/{id}",
  input: z.strictObject({ id }),
  output: paymentDetail,
  run: ({ id }, { db }) => paymentDetailById(db, id),
})

export const recordPayment = mutation({
  name: "invoices.recordPayment",
  summary: "Record a payment of an invoice by hand",
  permission: "payments:write",
  rest: "POST /finance/invoices/{id}/record-payment",
  input: newPayment,
  output: invoiceDetail,

  async run({ id, amount, receivedOn, ...given }, scope) {
    const invoice = await lockedInvoice(scope.db, id)
    if (invoice.status === "draft") throw conflict("invoices.refusals.draft")
    if (invoice.status === "void") throw conflict("invoices.refusals.void")
    const { today } = await firmToday(scope.db)
    // Somewhere it is tomorrow already: neither the firm's date nor UTC's is the future.
    if (receivedOn && receivedOn > today && receivedOn > utcToday())
      throw invalidField("receivedOn", "payments.refusals.future")
    const rounded = roundMoney(amount, invoice.currency)
    if (rounded.isZero()) throw invalidField("amount", "kernel.field.positive", { field: "amount" })
    await receivePayment(scope, invoice, { ...given, amount: rounded.toFixed(), receivedOn: receivedOn ?? today })
    return invoiceDetailById(scope.db, id, today)
  },
})
