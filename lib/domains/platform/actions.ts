"use server"

import { action } from "@/lib/kernel/action"
import { reopenFirm, suspendFirm } from "./operations"

export const suspendFirmAction = action(suspendFirm, { to: ({ id }) => `/platform/firms/${id}?done=firmSuspended` })
export const reopenFirmAction = action(reopenFirm, { to: ({ id }) => `/platform/firms/${id}?done=firmReopened` })
