import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Avatar } from "@/components/ui/avatar"
import { LinkButton } from "@/components/ui/button"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { When } from "@/components/ui/when"
import type { Conversation } from "@/lib/domains/messages/schema"

type ConversationListProps = {
  conversations: Conversation[]
  current?: string
  narrowed: boolean
  hrefOf: (id: string) => string
}

/** The clients, those with the newest message first. */
export async function ConversationList({ conversations, current, narrowed, hrefOf }: ConversationListProps) {
  const t = await getTranslations("messages")
  if (conversations.length === 0 && !narrowed)
    return (
      <EmptyState
        title={t("none")}
        body={t("noneBody")}
        action={<LinkButton href="/clients/new">{t("newClient")}</LinkButton>}
      />
    )
  return (
    <>
      <div className="px-4 pt-3">
        <ListToolbar search={t("search")} />
      </div>
      {conversations.length === 0 && <NoMatch clearHref="/messages" />}
      <ul className="min-h-0 flex-1 overflow-y-auto" aria-label={t("clients")}>
        {conversations.map(({ id, clientName, unread, lastMessage, lastMessageAt }) => (
          <li key={id}>
            <Link
              href={hrefOf(id)}
              prefetch={false}
              aria-current={id === current ? "true" : undefined}
              className="flex items-center gap-3 border-b border-line px-4 py-3 hover:bg-sunken aria-[current]:bg-accent-soft"
            >
              <Avatar name={clientName} square />
              <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)]">
                <span className="flex items-baseline justify-between gap-2">
                  <span className={unread > 0 ? "truncate font-semibold" : "truncate font-medium"}>{clientName}</span>
                  {lastMessageAt && (
                    <span className="text-xs text-muted">
                      <When at={lastMessageAt} />
                    </span>
                  )}
                </span>
                <span className="flex items-center justify-between gap-2 text-sm text-muted">
                  <span className="truncate">{lastMessage && `${lastMessage.authorName}: ${lastMessage.body}`}</span>
                  {unread > 0 && (
                    <span className="badge tone-accent">
                      {unread}
                      <span className="sr-only">{t("unread", { count: unread })}</span>
                    </span>
                  )}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
