import { getTranslations } from "next-intl/server"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { ProspectForm } from "@/components/prospects/prospect-form"
import { Page } from "@/components/shell/page"
import { listClientChoices } from "@/lib/domains/clients/operations"
import { listOwners } from "@/lib/domains/leads/operations/leads"
import { createProspectAction } from "@/lib/domains/prospects/actions"
import { loadIfAllowed } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function NewProspectPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePermission("prospects:write")
  const [person, people, clients, t] = await Promise.all([
    viewer(),
    loadIfAllowed(listOwners, {}),
    readParams(listClientChoices, searchParams).then((asked) => loadIfAllowed(listClientChoices, asked)),
    getTranslations("prospects"),
  ])
  return (
    <Page title={t("new")} breadcrumbs={[{ label: t("title"), href: "/prospects" }]} width="narrow">
      <ProspectForm
        action={createProspectAction}
        owners={people?.owners ?? []}
        clients={clients?.results ?? []}
        currency={person?.currency ?? "USD"}
      />
    </Page>
  )
}
