import { getTranslations } from "next-intl/server"
import { NotificationList } from "@/components/notifications/notification-list"
import { markAllNotificationsReadAction, markNotificationReadAction } from "@/lib/domains/notifications/actions"
import { countUnreadNotifications, listNotifications } from "@/lib/domains/notifications/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function NotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listNotifications, searchParams)
  const [found, { count }, t] = await Promise.all([
    load(listNotifications, asked),
    load(countUnreadNotifications, {}),
    getTranslations("notifications"),
  ])
  return (
    <NotificationList
      found={found}
      unread={count}
      onlyUnread={asked.unread === true}
      emptyBody={t("emptyBody")}
      markRead={markNotificationReadAction}
      markAllRead={markAllNotificationsReadAction}
    />
  )
}
