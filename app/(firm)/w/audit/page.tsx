import { getTranslations } from "next-intl/server"
import { AuditTable } from "@/components/audit/audit-table"
import { ChainState } from "@/components/audit/chain-state"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listAuditEvents, verifyAudit } from "@/lib/domains/audit/operations"
import { listMembers } from "@/lib/domains/team/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") }
}

export default async function AuditPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listAuditEvents, searchParams)
  const [found, chain, team, t] = await Promise.all([
    load(listAuditEvents, { limit: 50, ...asked }),
    load(verifyAudit, {}),
    loadIfAllowed(listMembers, { limit: 100 }),
    getTranslations("audit"),
  ])
  const narrowed = Boolean(asked.q || asked.actorId || asked.name || asked.subjectId || asked.clientId)
  return (
    <Page
      title={t("title")}
      count={found.count}
      subtitle={t("subtitle")}
      actions={(asked.subjectId || asked.clientId) && <LinkButton href="/audit">{t("clear")}</LinkButton>}
    >
      <ChainState chain={chain} />
      <AuditTable found={found} people={team?.items ?? []} narrowed={narrowed} />
    </Page>
  )
}
