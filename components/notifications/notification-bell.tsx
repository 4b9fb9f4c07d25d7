import { NotificationsButton } from "@/components/shell/notifications"
import type { Notification } from "@/lib/domains/notifications/schema"

/** Opening a notice goes by its own address, which marks it as read and leads on. */
export const noticeHref = ({ id }: { id: string }) => `/notifications/${id}`

export function NotificationBell({
  latest,
  align,
}: {
  latest: { unread: number; items: Notification[] } | null
  align?: "start" | "end"
}) {
  if (!latest) return null
  return (
    <NotificationsButton
      unread={latest.unread}
      notices={latest.items.map(({ id, text, createdAt, readAt }) => ({
        id,
        text,
        href: noticeHref({ id }),
        at: createdAt,
        unread: readAt === null,
      }))}
      allHref="/notifications"
      align={align}
    />
  )
}
