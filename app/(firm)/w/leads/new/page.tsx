import { getTranslations } from "next-intl/server"
import { LeadForm } from "@/components/leads/lead-form"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { createLeadAction } from "@/lib/domains/leads/actions"
import { listOwners } from "@/lib/domains/leads/operations/leads"
import { load } from "@/lib/kernel/load"

export default async function NewLeadPage() {
  await requirePermission("leads:write")
  const [{ owners }, t] = await Promise.all([load(listOwners, {}), getTranslations("leads")])
  return (
    <Page title={t("new")} breadcrumbs={[{ label: t("title"), href: "/leads" }]} width="narrow">
      <LeadForm action={createLeadAction} owners={owners} />
    </Page>
  )
}
