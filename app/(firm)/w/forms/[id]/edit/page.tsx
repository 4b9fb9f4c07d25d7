import { getTranslations } from "next-intl/server"
import { FormEditor } from "@/components/leads/form-editor"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { updateLeadFormAction } from "@/lib/domains/leads/actions"
import { readLeadForm } from "@/lib/domains/leads/operations/forms"
import { load } from "@/lib/kernel/load"

export default async function EditFormPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("leads:write")
  const { id } = await params
  const [form, t] = await Promise.all([load(readLeadForm, { id }), getTranslations("leads.form")])
  const breadcrumbs = [
    { label: t("title"), href: "/forms" },
    { label: form.title, href: `/forms/${id}` },
  ]
  return (
    <Page title={t("edit")} breadcrumbs={breadcrumbs} width="narrow">
      <FormEditor action={updateLeadFormAction} form={form} />
    </Page>
  )
}
