import { followEvent, markAllNotificationsRead } from "@/lib/domains/notifications/operations"
import { markAllOurNotificationsRead } from "@/lib/domains/notifications/portal"
import { readingEvents, tellingEvents } from "@/lib/domains/notifications/rules"
import type { World } from "./world"

const told = 60
const unread = 5
const day = 24 * 60 * 60 * 1000

/** What the queue would have told people of the last weeks; all but the last days' has been read. */
export async function seedNotifications(world: World, full: boolean) {
  const events = await world.sql<{ id: string; daysAgo: number }[]>`
    select id, ceil(extract(epoch from now() - at) / 86400)::integer as "daysAgo" from audit_events
     where firm_id = ${world.firmId} and name = any(${[...tellingEvents, ...readingEvents]})
       and at > ${new Date(Date.now() - told * day)} order by at, id`
  const tell = async (some: { id: string; daysAgo: number }[]) => {
    for (const { id, daysAgo } of some) await world.system.on(daysAgo).does(followEvent, { id })
  }
  await tell(events.filter(({ daysAgo }) => daysAgo > unread))
  const domain = full ? "acme.test" : "birch.test"
  for (const who of full ? ["owner", "admin", "manager", "staff", "viewer"] : ["owner"])
    await world.as(`${who}@${domain}`).on(unread).does(markAllNotificationsRead, {})
  for (const who of full ? ["pat@northwind.test", "gil@globex.test"] : [])
    await world.as(who).on(unread).does(markAllOurNotificationsRead, {})
  await tell(events.filter(({ daysAgo }) => daysAgo <= unread))
}
