import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { EmptyState } from "@/components/ui/state"
import { postOurMessageAction } from "@/lib/domains/messages/actions"
import { markOurMessagesRead, readOurConversation } from "@/lib/domains/messages/portal"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { Composer } from "./composer"
import { RefreshCounts } from "./refresh-counts"
import { Stream } from "./stream"

/** The client's side of the conversation. Opening it is reading it. */
export async function PortalConversation({ firm, cursor }: { firm: string; cursor?: string }) {
  const marked = await loadIfAllowed(markOurMessagesRead, {})
  const [found, can, t] = await Promise.all([
    load(readOurConversation, { sort: "-createdAt", limit: 50, cursor }),
    permitted(),
    getTranslations("messages"),
  ])
  return (
    <section
      aria-label={t("with", { name: firm })}
      className="mx-auto flex h-[calc(100dvh-7.5rem-env(safe-area-inset-bottom))] max-w-[48rem] flex-col bg-surface min-[48rem]:my-6 min-[48rem]:h-[calc(100dvh-9rem)] min-[48rem]:rounded-xl min-[48rem]:border min-[48rem]:border-line"
    >
      <title>{t("title")}</title>
      {!!marked?.read && <RefreshCounts />}
      <h1 className="border-b border-line px-4 py-3 text-lg">{t("with", { name: firm })}</h1>
      {found.count === 0 ? (
        <div className="grid flex-1 place-items-center">
          <EmptyState title={t("empty")} body={t("ourEmptyBody", { name: firm })} />
        </div>
      ) : (
        <Stream
          messages={found.items.toReversed()}
          side="client"
          label={t("with", { name: firm })}
          earlierHref={found.next && `/messages?cursor=${encodeURIComponent(found.next)}`}
          laterHref={cursor && "/messages"}
        />
      )}
      {can("portal:write") ? (
        <Composer
          action={postOurMessageAction}
          label={t("write", { name: firm })}
          send={t("send")}
          hint={t("enterSends")}
        />
      ) : (
        <p className="border-t border-line p-4 text-sm text-muted">{t("readOnly")}</p>
      )}
    </section>
  )
}
