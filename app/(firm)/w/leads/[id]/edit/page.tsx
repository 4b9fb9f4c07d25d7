import { getTranslations } from "next-intl/server"
import { LeadForm } from "@/components/leads/lead-form"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { updateLeadAction } from "@/lib/domains/leads/actions"
import { listOwners, readLead } from "@/lib/domains/leads/operations/leads"
import { load } from "@/lib/kernel/load"

export default async function EditLeadPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("leads:write")
  const { id } = await params
  const [lead, { owners }, t] = await Promise.all([
    load(readLead, { id }),
    load(listOwners, {}),
    getTranslations("leads"),
  ])
  const breadcrumbs = [
    { label: t("title"), href: "/leads" },
    { label: lead.companyName, href: `/leads/${id}` },
  ]
  return (
    <Page title={t("edit")} breadcrumbs={breadcrumbs} width="narrow">
      <LeadForm action={updateLeadAction} lead={lead} owners={owners} />
    </Page>
  )
}
