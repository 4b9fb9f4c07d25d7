import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { ProposalList } from "@/components/proposals/proposal-list"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listProposals } from "@/lib/domains/proposals/operations/editing"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function ProposalsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listProposals, searchParams)
  const [page, may, t] = await Promise.all([
    load(listProposals, { limit: 50, ...asked }),
    permitted(),
    getTranslations("proposals"),
  ])
  const mayWrite = may("proposals:write")
  const actions = mayWrite && (
    <LinkButton href="/proposals/new" variant="primary" icon={Plus}>
      {t("new")}
    </LinkButton>
  )
  return (
    <Page title={t("title")} count={page.count} actions={actions}>
      <ProposalList page={page} filtered={Object.keys(asked).length > 0} mayWrite={mayWrite} />
    </Page>
  )
}
