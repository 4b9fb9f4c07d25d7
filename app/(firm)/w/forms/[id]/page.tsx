import { getTranslations } from "next-intl/server"
import { FormDetail } from "@/components/leads/form-detail"
import { formStates } from "@/components/leads/form-list"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { readLeadForm } from "@/lib/domains/leads/operations/forms"
import { load } from "@/lib/kernel/load"

export default async function FormPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const [form, may, t, states] = await Promise.all([
    load(readLeadForm, { id }),
    permitted(),
    getTranslations("leads.form"),
    formStates(),
  ])
  const breadcrumbs = [
    { label: t("back"), href: "/leads" },
    { label: t("title"), href: "/forms" },
  ]
  return (
    <Page
      title={form.title}
      breadcrumbs={breadcrumbs}
      width="narrow"
      status={<StatusBadge status={form.active ? "active" : "inactive"} vocabulary={states} />}
      actions={may("leads:write") && <LinkButton href={`/forms/${id}/edit`}>{t("edit")}</LinkButton>}
    >
      <FormDetail form={form} />
    </Page>
  )
}
