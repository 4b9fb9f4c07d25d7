"use server"

import { action } from "@/lib/kernel/action"
import { createInvoice, deleteInvoice, updateInvoice } from "./operations/drafts"
import { remindInvoice, sendInvoice, voidInvoice } from "./operations/issuing"
import { createInvoiceFromTime } from "./time/operations"

// "Save and add lines" comes back to the editor with empty rows, which needs no script.
const afterEditing = (id: string, form: FormData, done: string) =>
  form.get("then") === "lines" ? `/invoices/${id}/edit#lines` : `/invoices/${id}?done=${done}`

export const createInvoiceAction = action(createInvoice, {
  to: ({ id }, form) => afterEditing(id, form, "invoiceDrafted"),
})
export const updateInvoiceAction = action(updateInvoice, {
  to: ({ id }, form) => afterEditing(id, form, "invoiceSaved"),
})
export const createInvoiceFromTimeAction = action(createInvoiceFromTime, {
  to: ({ id }) => `/invoices/${id}?done=invoiceDrafted`,
})
export const deleteInvoiceAction = action(deleteInvoice, { to: () => "/invoices?done=invoiceDeleted" })
export const sendInvoiceAction = action(sendInvoice, { to: ({ id }) => `/invoices/${id}?done=invoiceSent` })
export const remindInvoiceAction = action(remindInvoice, { to: ({ id }) => `/invoices/${id}?done=invoiceReminded` })
export const voidInvoiceAction = action(voidInvoice, { to: ({ id }) => `/invoices/${id}?done=invoiceVoided` })
