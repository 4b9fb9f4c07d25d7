import { getTranslations } from "next-intl/server"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState } from "@/components/ui/state"
import { When } from "@/components/ui/when"
import type { HistoryEntry } from "@/lib/domains/engagements/schema"
import { engagementVocabulary } from "./vocabulary"

type OurHistoryProps = {
  found: { items: HistoryEntry[]; count: number; next: string | null; previous: string | null }
}

/** What was agreed and every change since, newest first. */
export async function OurHistory({ found }: OurHistoryProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("engagements.portal"), engagementVocabulary()])
  if (found.count === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  return (
    <>
      <ol className="grid gap-4">
        {found.items.map(({ id, engagementName, engagementStatus, revision, summary, contractId, createdAt }) => (
          <li key={id} className="panel grid gap-2 p-5">
            <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h2 className="text-md font-medium">{engagementName}</h2>
              {revision === 1 && <StatusBadge status={engagementStatus} vocabulary={vocabulary} />}
              <span className="ms-auto text-sm text-muted">
                <When at={createdAt} />
              </span>
            </header>
            <p className="text-sm text-muted">
              {revision === 1 ? t("first") : t("revision", { number: revision - 1 })}
            </p>
            <p className="whitespace-pre-line">{summary}</p>
            {contractId && (
              <div>
                <LinkButton size="sm" href={`/contracts/${contractId}`}>
                  {t("contract")}
                </LinkButton>
              </div>
            )}
          </li>
        ))}
      </ol>
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
