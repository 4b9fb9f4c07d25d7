import { getTranslations } from "next-intl/server"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { ProspectForm } from "@/components/prospects/prospect-form"
import { Page } from "@/components/shell/page"
import { listClients } from "@/lib/domains/clients/operations"
import { listOwners } from "@/lib/domains/leads/operations/leads"
import { createProspectAction } from "@/lib/domains/prospects/actions"
import { loadIfAllowed } from "@/lib/kernel/load"

export default async function NewProspectPage() {
  await requirePermission("prospects:write")
  const [person, people, clients, t] = await Promise.all([
    viewer(),
    loadIfAllowed(listOwners, {}),
    loadIfAllowed(listClients, { limit: 100, status: "active" }),
    getTranslations("prospects"),
  ])
  return (
    <Page title={t("new")} breadcrumbs={[{ label: t("title"), href: "/prospects" }]} width="narrow">
      <ProspectForm
        action={createProspectAction}
        owners={people?.owners ?? []}
        clients={clients?.items ?? []}
        currency={person?.currency ?? "USD"}
      />
    </Page>
  )
}
