import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { EngagementForm } from "@/components/clients/engagement-form"
import { EngagementHistory } from "@/components/clients/engagement-history"
import { engagementVocabulary } from "@/components/clients/vocabulary"
import { wayTo } from "@/components/clients/way"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { Panel } from "@/components/ui/panel"
import { updateEngagementAction } from "@/lib/domains/engagements/actions"
import { readEngagement } from "@/lib/domains/engagements/operations"
import { load } from "@/lib/kernel/load"

export default async function EngagementPage({ params }: { params: Promise<{ engagementId: string }> }) {
  const engagement = await load(readEngagement, { id: (await params).engagementId })
  const { id, name, status, clientId, clientName, revisions, version } = engagement
  const [t, can, vocabulary] = await Promise.all([getTranslations("engagements"), permitted(), engagementVocabulary()])
  return (
    <Page
      title={name}
      status={<StatusBadge status={status} vocabulary={vocabulary} />}
      breadcrumbs={await wayTo({ id: clientId, name: clientName }, "engagements")}
      aside={<RecordTimeline subjectId={id} />}
    >
      <EngagementHistory revisions={revisions} />
      {can("clients:write") && (
        <Panel title={t("revise")}>
          <EngagementForm key={version} action={updateEngagementAction} clientId={clientId} engagement={engagement} />
        </Panel>
      )}
    </Page>
  )
}
