import { NotificationsButton } from "@/components/shell/notifications"

/** Where the latest are asked for; a page itself brings only how many are unread. */
const latest = { workspace: "/api/v1/notifications?limit=8", portal: "/api/v1/portal/notifications?limit=8" }

type NotificationBellProps = { unread: { count: number } | null; of: keyof typeof latest; align?: "start" | "end" }

export function NotificationBell({ unread, of, align }: NotificationBellProps) {
  if (!unread) return null
  return <NotificationsButton unread={unread.count} url={latest[of]} allHref="/notifications" align={align} />
}
