import { redirect } from "next/navigation"
import { markNotificationRead } from "@/lib/domains/notifications/operations"
import { load } from "@/lib/kernel/load"

/** Opened, it has been read; what it tells of is elsewhere. */
export default async function NotificationPage({ params }: { params: Promise<{ id: string }> }) {
  const { href } = await load(markNotificationRead, await params)
  redirect(href)
}
