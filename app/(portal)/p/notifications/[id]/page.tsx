import { redirect } from "next/navigation"
import { markOurNotificationRead } from "@/lib/domains/notifications/portal"
import { load } from "@/lib/kernel/load"

/** Opened, it has been read; what it tells of is elsewhere. */
export default async function OurNotificationPage({ params }: { params: Promise<{ id: string }> }) {
  const { href } = await load(markOurNotificationRead, await params)
  redirect(href)
}
