import { getTranslations } from "next-intl/server"
import { requirePermission } from "@/components/navigation/permitted"
import { ProspectForm } from "@/components/prospects/prospect-form"
import { Page } from "@/components/shell/page"
import { listOwners } from "@/lib/domains/leads/operations/leads"
import { updateProspectAction } from "@/lib/domains/prospects/actions"
import { readProspect } from "@/lib/domains/prospects/operations"
import { load, loadIfAllowed } from "@/lib/kernel/load"

export default async function EditProspectPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("prospects:write")
  const { id } = await params
  const [prospect, people, t] = await Promise.all([
    load(readProspect, { id }),
    loadIfAllowed(listOwners, {}),
    getTranslations("prospects"),
  ])
  const { companyName: label, currency } = prospect
  const breadcrumbs = [
    { label: t("title"), href: "/prospects" },
    { label, href: `/prospects/${id}` },
  ]
  return (
    <Page title={t("edit")} breadcrumbs={breadcrumbs} width="narrow">
      <ProspectForm
        action={updateProspectAction}
        prospect={prospect}
        owners={people?.owners ?? []}
        clients={[]}
        currency={currency}
      />
    </Page>
  )
}
