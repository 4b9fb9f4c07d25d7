import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { FormList } from "@/components/leads/form-list"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listLeadForms } from "@/lib/domains/leads/operations/forms"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function FormsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listLeadForms, searchParams)
  const [page, may, t] = await Promise.all([
    load(listLeadForms, { limit: 50, ...asked }),
    permitted(),
    getTranslations("leads.form"),
  ])
  const mayWrite = may("leads:write")
  const actions = mayWrite && (
    <LinkButton href="/forms/new" variant="primary" icon={Plus}>
      {t("new")}
    </LinkButton>
  )
  return (
    <Page title={t("title")} count={page.count} breadcrumbs={[{ label: t("back"), href: "/leads" }]} actions={actions}>
      <FormList page={page} filtered={Object.keys(asked).length > 0} mayWrite={mayWrite} />
    </Page>
  )
}
