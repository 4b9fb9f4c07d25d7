import { task } from "@/lib/kernel/reaction"
import { syncConnection } from "./connection/operations"
import { resumePaymentLink } from "./links/operations"
import { resumeRefund } from "./refunds/operations"
import { syncRefunds } from "./webhooks/operations"

/** Two minutes after each attempt to pay, whatever became of the process that made it. */
export const resumePayments = task({
  name: "payments_resume",
  run: async ({ attemptId }, { perform }) => void (await perform(resumePaymentLink, { attemptId })),
})

export const resumeRefunds = task({
  name: "payments_resume_refund",
  run: async ({ refundId }, { perform }) => void (await perform(resumeRefund, { refundId })),
})

export const takeOverRefunds = task({
  name: "payments_sync_refunds",
  run: async ({ paymentId }, { perform }) => void (await perform(syncRefunds, { paymentId })),
})

export const takeOverAccount = task({
  name: "payments_sync_account",
  run: async (_payload, { perform }) => void (await perform(syncConnection, {})),
})
