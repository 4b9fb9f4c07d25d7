import { getTranslations } from "next-intl/server"
import { NotificationsButton } from "@/components/shell/notifications"
import type { Notification } from "@/lib/domains/notifications/schema"

/** Opening a notice goes by its own address, which marks it as read and leads on. */
export const noticeHref = ({ id }: { id: string }) => `/notifications/${id}`

export async function NotificationBell({
  latest,
  align,
}: {
  latest: { unread: number; items: Notification[] } | null
  align?: "start" | "end"
}) {
  if (!latest) return null
  const t = await getTranslations("notifications")
  return (
    <NotificationsButton
      unread={latest.unread}
      notices={latest.items.map(({ id, sentence, createdAt, readAt }) => ({
        id,
        text: t(sentence.key as "firm.task.assigned", sentence.values),
        href: noticeHref({ id }),
        at: createdAt,
        unread: readAt === null,
      }))}
      allHref="/notifications"
      align={align}
    />
  )
}
