import { getTranslations } from "next-intl/server"
import { Panel } from "@/components/ui/panel"
import { When } from "@/components/ui/when"

type Revision = { id: string; revision: number; summary: string; contractId: string | null; createdAt: string }

export async function EngagementHistory({ revisions }: { revisions: Revision[] }) {
  const t = await getTranslations("engagements")
  return (
    <Panel title={t("history")}>
      <ol className="grid gap-5">
        {revisions.map(({ id, revision, summary, contractId, createdAt }) => (
          <li key={id} className="border-s-2 border-line ps-4">
            <p className="text-sm text-muted">
              {t("revision", { number: revision })} · <When at={createdAt} />
            </p>
            <p className="mt-1 whitespace-pre-line">{summary}</p>
            {contractId && (
              <a className="link text-sm" href={`/contracts/${contractId}`}>
                {t("open")}
              </a>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}
