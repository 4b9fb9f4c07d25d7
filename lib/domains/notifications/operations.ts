import { z } from "zod"
import { id } from "@/lib/kernel/fields"
import { list, mutation, query } from "@/lib/kernel/operation"
import { countUnread, findNotifications, notificationList } from "./queries"
import { isTelling } from "./rules"
import { notificationOut, readOut, unreadOut } from "./schema"
import { eventById, markAllRead, noteRead, readOne, tell } from "./writes"

// The database shows a person their own alone.

export const listNotifications = list({
  name: "notifications.list",
  summary: "List what you were told, newest first",
  permission: "workspace:use",
  rest: "GET /notifications",
  input: notificationList,
  item: notificationOut,
  run: (input, { db, actor }) => findNotifications(db, actor, input),
})

export const countUnreadNotifications = query({
  name: "notifications.unread",
  summary: "Count what you were told and have not read",
  permission: "workspace:use",
  rest: "GET /notifications/unread",
  input: z.strictObject({}),
  output: unreadOut,
  run: async (_input, { db, actor }) => ({ count: await countUnread(db, actor) }),
})

export const markNotificationRead = mutation({
  name: "notifications.markRead",
  summary: "Mark something you were told as read",
  permission: "workspace:use",
  rest: "POST /notifications/{id}/mark-read",
  status: 200,
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: notificationOut,
  run: ({ id }, { db, actor }) => readOne(db, actor, id),
})

export const markAllNotificationsRead = mutation({
  name: "notifications.markAllRead",
  summary: "Mark everything you were told as read",
  permission: "workspace:use",
  rest: "POST /notifications/mark-all-read",
  status: 200,
  mayDoNothing: true,
  input: z.strictObject({}),
  output: readOut,
  run: async (_input, { db }) => ({ read: await markAllRead(db) }),
})

/** What the queue does after an event: those whom it concerns are told, or have nothing more to learn. */
export const followEvent = mutation({
  name: "notifications.follow",
  summary: "Tell people of what happened",
  permission: "system:run",
  mayDoNothing: true,
  input: z.strictObject({ id }),
  output: z.object({ changed: z.int() }),
  async run({ id }, { db }) {
    const event = await eventById(db, id)
    if (!event) return { changed: 0 }
    return { changed: await (isTelling(event.name) ? tell(db, event) : noteRead(db, event)) }
  },
})
