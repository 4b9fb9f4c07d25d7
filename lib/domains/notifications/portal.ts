import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { countUnread, findNotifications, notificationList } from "./queries"
import { notificationOut, readOut, unreadOut } from "./schema"
import { markAllRead, readOne } from "./writes"

// The database shows a portal user their own alone.

export const listOurNotifications = list({
  name: "notifications.listOurs",
  summary: "List what I was told, newest first",
  permission: "portal:read",
  rest: "GET /portal/notifications",
  input: notificationList,
  item: notificationOut,
  run: (input, { db, actor }) => findNotifications(db, actor, input),
})

export const countOurUnreadNotifications = query({
  name: "notifications.ourUnread",
  summary: "Count what I was told and have not read",
  permission: "portal:read",
  rest: "GET /portal/notifications/unread",
  input: z.strictObject({}),
  output: unreadOut,
  run: async (_input, { db, actor }) => ({ count: await countUnread(db, actor) }),
})

export const markOurNotificationRead = mutation({
  name: "notifications.markReadAsClient",
  summary: "Mark something I was told as read",
  permission: "portal:read",
  rest: "POST /portal/notifications/{id}/mark-read",
  status: 200,
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: notificationOut,
  run: ({ id }, { db, actor }) => readOne(db, actor, id),
})

export const markAllOurNotificationsRead = mutation({
  name: "notifications.markAllReadAsClient",
  summary: "Mark everything I was told as read",
  permission: "portal:read",
  rest: "POST /portal/notifications/mark-all-read",
  status: 200,
  mayDoNothing: true,
  input: z.strictObject({}),
  output: readOut,
  run: async (_input, { db }) => ({ read: await markAllRead(db) }),
})
