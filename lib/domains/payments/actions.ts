"use server"

import { action } from "@/lib/kernel/action"
import { connectPayments, refreshConnection } from "./connection/operations"
import { createPaymentLink } from "./links/operations"
import { recordPayment } from "./operations"
import { createOurPaymentLink } from "./portal"
import { refundPayment } from "./refunds/operations"

export const recordPaymentAction = action(recordPayment, { to: ({ id }) => `/invoices/${id}?done=paymentRecorded` })
export const paymentLinkAction = action(createPaymentLink, { data: ({ url }) => url })
export const payAction = action(createOurPaymentLink, { data: ({ url }) => url })
export const payByRedirectAction = action(createOurPaymentLink, { to: ({ url }) => url })
export const refundPaymentAction = action(refundPayment, {
  to: ({ id, refunds }) =>
    `/payments/${id}?done=${refunds.at(-1)?.status === "pending" ? "refundPending" : "paymentRefunded"}`,
})
export const connectPaymentsAction = action(connectPayments, { data: ({ url }) => url })
export const connectByRedirectAction = action(connectPayments, { to: ({ url }) => url })
export const refreshConnectionAction = action(refreshConnection, { to: () => "/settings/payments" })
