import { MessagesSquare } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { EmptyState } from "@/components/ui/state"
import type { Conversation as ConversationItem } from "@/lib/domains/messages/schema"
import { Conversation } from "./conversation"
import { ConversationList } from "./conversation-list"

type InboxProps = {
  conversations: ConversationItem[]
  /** Whose conversation is open, and from where. */
  open: { clientId: string; name: string; cursor?: string } | null
  q?: string
}

/** Clients beside what was said with one of them; on a phone one after the other. */
export async function Inbox({ conversations, open, q }: InboxProps) {
  const t = await getTranslations("messages")
  const hrefOf = (id: string) => `/messages?${new URLSearchParams({ client: id, ...(q && { q }) })}`
  const hiddenOnPhone = "max-[56rem]:hidden"
  return (
    <div className="grid h-[calc(100dvh-1.125rem)] grid-cols-[20rem_minmax(0,1fr)] max-[56rem]:h-[calc(100dvh-7rem)] max-[56rem]:grid-cols-1">
      <section
        className={`flex min-h-0 flex-col border-e border-line max-[56rem]:border-e-0 ${open ? hiddenOnPhone : ""}`}
      >
        <h1 className="px-4 pt-5 text-xl">{t("title")}</h1>
        <ConversationList
          conversations={conversations}
          current={open?.clientId}
          narrowed={Boolean(q)}
          hrefOf={hrefOf}
        />
      </section>
      <section className={`flex min-h-0 min-w-0 flex-col ${open ? "" : hiddenOnPhone}`}>
        {open ? (
          <Conversation {...open} />
        ) : (
          <div className="grid flex-1 place-items-center">
            <EmptyState icon={MessagesSquare} title={t("choose")} body={t("chooseBody")} />
          </div>
        )}
      </section>
    </div>
  )
}
