import { getTranslations } from "next-intl/server"
import { NotificationList } from "@/components/notifications/notification-list"
import { markAllOurNotificationsReadAction, markOurNotificationReadAction } from "@/lib/domains/notifications/actions"
import { countOurUnreadNotifications, listOurNotifications } from "@/lib/domains/notifications/portal"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"
import { currentSite } from "@/lib/platform/current-site"

export default async function OurNotificationsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listOurNotifications, searchParams)
  const [found, { count }, { firm }, t] = await Promise.all([
    load(listOurNotifications, asked),
    load(countOurUnreadNotifications, {}),
    currentSite("portal"),
    getTranslations("notifications"),
  ])
  return (
    <NotificationList
      found={found}
      unread={count}
      onlyUnread={asked.unread === true}
      emptyBody={t("ourEmptyBody", { firm: firm!.name })}
      markRead={markOurNotificationReadAction}
      markAllRead={markAllOurNotificationsReadAction}
    />
  )
}
