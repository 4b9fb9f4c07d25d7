"use server"

import { action } from "@/lib/kernel/action"
import { updateFirm } from "./operations"

export const updateGeneralAction = action(updateFirm, { to: () => "/settings?done=saved" })
export const updatePortalAction = action(updateFirm, { to: () => "/settings/portal?done=saved" })
