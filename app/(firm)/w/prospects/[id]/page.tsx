import { getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { ProspectDetail, ProspectFacts } from "@/components/prospects/prospect-detail"
import { stageWords } from "@/components/prospects/prospect-words"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { listProposals } from "@/lib/domains/proposals/operations/editing"
import { readProspect } from "@/lib/domains/prospects/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function ProspectPage({ params, searchParams }: Props) {
  const { id } = await params
  const [prospect, proposals, open, may, t, stages] = await Promise.all([
    load(readProspect, { id }),
    loadIfAllowed(listProposals, { prospectId: id, limit: 100 }),
    paramOf(searchParams, "open", ["none", "won", "lost"]),
    permitted(),
    getTranslations("prospects"),
    stageWords(),
  ])
  const mayWrite = may("prospects:write")
  const closed = prospect.stage === "won" || prospect.stage === "lost"
  const more = [
    { label: t("action.edit"), href: `/prospects/${id}/edit` },
    ...(closed ? [] : [{ label: t("action.convert"), dialog: "convert" }]),
    ...(closed ? [] : [{ label: t("action.lose"), dialog: "lose" }]),
    ...(prospect.clientId ? [] : [{ label: t("action.delete"), dialog: "delete", danger: true }]),
  ]
  return (
    <Page
      title={prospect.companyName}
      breadcrumbs={[{ label: t("title"), href: "/prospects" }]}
      status={<StatusBadge status={prospect.stage} vocabulary={stages} />}
      subtitle={prospect.contactName}
      more={mayWrite ? more : undefined}
      aside={<ProspectFacts prospect={prospect} />}
    >
      <ProspectDetail
        prospect={prospect}
        proposals={proposals?.items ?? []}
        mayWrite={mayWrite}
        mayPropose={may("proposals:write")}
        open={open}
      />
    </Page>
  )
}
