import { getTranslations } from "next-intl/server"
import { FormEditor } from "@/components/leads/form-editor"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { createLeadFormAction } from "@/lib/domains/leads/actions"

export default async function NewFormPage() {
  await requirePermission("leads:write")
  const t = await getTranslations("leads.form")
  const breadcrumbs = [
    { label: t("back"), href: "/leads" },
    { label: t("title"), href: "/forms" },
  ]
  return (
    <Page title={t("new")} breadcrumbs={breadcrumbs} width="narrow">
      <FormEditor action={createLeadFormAction} />
    </Page>
  )
}
