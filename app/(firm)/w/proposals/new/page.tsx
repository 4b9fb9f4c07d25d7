import { getTranslations } from "next-intl/server"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { ProposalForm } from "@/components/proposals/proposal-form"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/state"
import { createProposalAction } from "@/lib/domains/proposals/actions"
import { validForMonth } from "@/lib/domains/proposals/rules"
import { listProspectChoices, readProspect } from "@/lib/domains/prospects/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function NewProposalPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePermission("proposals:write")
  const { prospectId } = await searchParams
  const [prospect, open, person, t] = await Promise.all([
    typeof prospectId === "string" ? loadIfAllowed(readProspect, { id: prospectId }) : null,
    readParams(listProspectChoices, searchParams).then((asked) => load(listProspectChoices, asked)),
    viewer(),
    getTranslations("proposals"),
  ])
  const currency = prospect?.currency ?? person?.currency ?? "USD"
  return (
    <Page title={t("new")} breadcrumbs={[{ label: t("title"), href: "/proposals" }]}>
      {prospect || open.results.length > 0 ? (
        <ProposalForm
          action={createProposalAction}
          prospect={prospect ?? undefined}
          prospects={open.results}
          currency={currency}
          validUntil={validForMonth(person?.timeZone)}
        />
      ) : (
        <EmptyState
          title={t("noProspect.title")}
          body={t("noProspect.body")}
          action={<LinkButton href="/prospects/new">{t("noProspect.action")}</LinkButton>}
        />
      )}
    </Page>
  )
}
