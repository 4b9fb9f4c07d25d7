"use server"

import { action } from "@/lib/kernel/action"
import { applyCredit, grantCredit } from "./operations"

export const grantCreditAction = action(grantCredit, { to: () => "/payments/credit?done=creditGranted" })
export const applyCreditAction = action(applyCredit, { to: ({ id }) => `/invoices/${id}?done=creditApplied` })
