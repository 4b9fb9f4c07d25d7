import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { Engagement } from "@/lib/domains/engagements/schema"
import { engagementVocabulary } from "./vocabulary"

type EngagementListProps = { clientId: string; engagements: Engagement[]; mayWrite: boolean }

export async function EngagementList({ clientId, engagements, mayWrite }: EngagementListProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("engagements"), engagementVocabulary()])
  const page = `/clients/${clientId}/engagements`
  const add = mayWrite && <LinkButton href={`${page}/new`}>{t("new")}</LinkButton>
  if (engagements.length === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} action={add} />
  const rows = engagements.map(({ id, name, status, startsOn, endsOn }) => [
    id,
    `${page}/${id}`,
    name,
    status,
    startsOn,
    endsOn,
  ])
  return (
    <Panel title={t("caption")} actions={add} flush>
      <DataTable
        caption={t("caption")}
        columns={[
          { key: "name", label: t("columns.name") },
          { key: "status", label: t("columns.status"), kind: "status", vocabulary, phone: "end" },
          { key: "starts", label: t("columns.starts"), kind: "day", muted: true },
          { key: "ends", label: t("columns.ends"), kind: "day", muted: true },
        ]}
        rows={packRows(rows)}
      />
    </Panel>
  )
}
