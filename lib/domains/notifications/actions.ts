"use server"

import { action } from "@/lib/kernel/action"
import { markAllNotificationsRead, markNotificationRead } from "./operations"
import { markAllOurNotificationsRead, markOurNotificationRead } from "./portal"

export const markNotificationReadAction = action(markNotificationRead)
export const markAllNotificationsReadAction = action(markAllNotificationsRead)
export const markOurNotificationReadAction = action(markOurNotificationRead)
export const markAllOurNotificationsReadAction = action(markAllOurNotificationsRead)
