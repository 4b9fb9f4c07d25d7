import { ArrowLeft } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { Avatar } from "@/components/ui/avatar"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/state"
import { readClient } from "@/lib/domains/clients/operations"
import { postMessageAction } from "@/lib/domains/messages/actions"
import { listMessages, markConversationRead } from "@/lib/domains/messages/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { Composer } from "./composer"
import { RefreshCounts } from "./refresh-counts"
import { Stream } from "./stream"

/** What was said with one client. Opening it is reading it. */
export async function Conversation({ clientId, name, cursor }: { clientId: string; name: string; cursor?: string }) {
  const marked = await loadIfAllowed(markConversationRead, { id: clientId })
  const [found, client, can, t] = await Promise.all([
    load(listMessages, { clientId, sort: "-createdAt", limit: 50, cursor }),
    loadIfAllowed(readClient, { id: clientId }),
    permitted(),
    getTranslations("messages"),
  ])
  const here = `/messages?client=${clientId}`
  return (
    <>
      {!!marked?.read && <RefreshCounts />}
      <header className="flex items-center gap-3 border-b border-line px-4 py-2.5">
        <Link href="/messages" prefetch={false} className="btn btn-ghost btn-icon min-[56rem]:hidden" title={t("back")}>
          <ArrowLeft aria-hidden className="flip-rtl" />
          <span className="sr-only">{t("back")}</span>
        </Link>
        <Avatar name={name} square />
        <h2 className="min-w-0 flex-1 truncate text-md">{name}</h2>
        {client && (
          <LinkButton size="sm" href={`/clients/${clientId}`}>
            {t("openClient")}
          </LinkButton>
        )}
      </header>
      {found.count === 0 ? (
        <div className="grid flex-1 place-items-center">
          <EmptyState title={t("empty")} body={t("emptyBody", { name })} />
        </div>
      ) : (
        <Stream
          messages={found.items.toReversed()}
          side="staff"
          label={t("with", { name })}
          earlierHref={found.next && `${here}&cursor=${encodeURIComponent(found.next)}`}
          laterHref={cursor && here}
        />
      )}
      {can("messages:write") && client?.status !== "archived" ? (
        <Composer
          key={clientId}
          action={postMessageAction}
          values={{ clientId }}
          label={t("write", { name })}
          send={t("send")}
          hint={t("enterSends")}
        />
      ) : (
        <p className="border-t border-line p-4 text-sm text-muted">
          {t(can("messages:write") ? "archived" : "readOnly")}
        </p>
      )}
    </>
  )
}
