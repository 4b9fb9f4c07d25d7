import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { exchange } from "@/lib/kernel/operation"
import { intendPayment, openSession, settleSession } from "./links/writes"
import { linkOut } from "./schema"

export const createOurPaymentLink = exchange({
  name: "invoices.createOurPaymentLink",
  summary: "Open a payment page for an invoice of ours",
  permission: "portal:billing",
  rest: "POST /portal/invoices/{id}/payment-link",
  rate: "payment",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: linkOut,
  run: ({ id }, scope) => intendPayment(scope, id),
  call: openSession,
  settle: (intent, opened, { db }) => settleSession(db, intent, opened),
})
