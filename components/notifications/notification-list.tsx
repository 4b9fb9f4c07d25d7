import { Bell, CheckCheck } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { ActionForm } from "@/components/ui/action-form"
import { Badge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import type { FormAction } from "@/components/ui/form-state"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { Tabs } from "@/components/ui/tabs"
import { When } from "@/components/ui/when"
import type { Notification } from "@/lib/domains/notifications/schema"
import { noticeHref } from "./notification-bell"

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
          <ol className="panel divide-y divide-line">
            {found.items.map((notification) => (
              <NotificationRow key={notification.id} notification={notification} markRead={markRead} />
            ))}
          </ol>
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

async function NotificationRow({ notification, markRead }: { notification: Notification; markRead: FormAction }) {
  const t = await getTranslations("notifications")
  const { id, sentence, readAt, createdAt } = notification
  const text = t(sentence.key as "firm.task.assigned", sentence.values)
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 p-4">
      <div className="min-w-0 flex-1 basis-48">
        <Link
          className={readAt ? "after:absolute after:inset-0" : "font-medium after:absolute after:inset-0"}
          href={noticeHref(notification)}
          prefetch={false}
        >
          {text}
        </Link>
        <p className="text-sm text-muted">
          <When at={createdAt} />
        </p>
      </div>
      {!readAt && (
        <div className="flex items-center gap-2">
          <Badge tone="accent" icon={Bell}>
            {t("new")}
          </Badge>
          <ActionForm action={markRead} guard={false} className="relative">
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="ghost" size="sm">
              {t("markRead")} <span className="sr-only">{text}</span>
            </SubmitButton>
          </ActionForm>
        </div>
      )}
    </li>
  )
}
