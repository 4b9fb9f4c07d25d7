import { Bell, CheckCheck } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-state"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { Tabs } from "@/components/ui/tabs"
import type { Notification } from "@/lib/domains/notifications/schema"
import { NotificationRows } from "./notification-rows"

type NotificationListProps = {
  found: { items: Notification[]; count: number; next: string | null; previous: string | null }
  unread: number
  onlyUnread: boolean
  emptyBody: string
  markRead: FormAction
  markAllRead: FormAction
}

/** Everything one was told, newest first; what is opened has been read. */
export async function NotificationList({
  found,
  unread,
  onlyUnread,
  emptyBody,
  markRead,
  markAllRead,
}: NotificationListProps) {
  const t = await getTranslations("notifications")
  return (
    <Page
      title={t("title")}
      width="narrow"
      actions={
        unread > 0 && (
          <ActionForm action={markAllRead} guard={false} className="contents">
            <SubmitButton variant="secondary" icon={<CheckCheck aria-hidden />}>
              {t("markAllRead")}
            </SubmitButton>
          </ActionForm>
        )
      }
      tabs={
        <Tabs
          label={t("filter")}
          tabs={[
            { href: "/notifications", label: t("all"), current: !onlyUnread },
            { href: "/notifications?unread=true", label: t("unread"), count: unread, current: onlyUnread },
          ]}
        />
      }
    >
      {found.count > 0 ? (
        <>
          <NotificationRows
            rows={found.items.map(({ id, sentence, createdAt, readAt }) => [
              id,
              t(sentence.key as "firm.task.assigned", sentence.values),
              createdAt,
              readAt === null,
            ])}
            words={{ fresh: t("new"), markRead: t("markRead") }}
            markRead={markRead}
          />
          <Pagination next={found.next} previous={found.previous} count={found.count} />
        </>
      ) : onlyUnread ? (
        <EmptyState
          icon={CheckCheck}
          title={t("allRead")}
          action={<LinkButton href="/notifications">{t("showAll")}</LinkButton>}
        />
      ) : (
        <EmptyState icon={Bell} title={t("empty")} body={emptyBody} />
      )}
    </Page>
  )
}
