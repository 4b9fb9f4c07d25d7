import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { LeadList } from "@/components/leads/lead-list"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listLeads, listOwners } from "@/lib/domains/leads/operations/leads"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function LeadsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listLeads, searchParams)
  const [page, { owners }, may, t] = await Promise.all([
    load(listLeads, { limit: 50, ...asked }),
    load(listOwners, {}),
    permitted(),
    getTranslations("leads"),
  ])
  const mayWrite = may("leads:write")
  const actions = (
    <>
      <LinkButton href="/forms">{t("forms")}</LinkButton>
      {mayWrite && (
        <LinkButton href="/leads/new" variant="primary" icon={Plus}>
          {t("new")}
        </LinkButton>
      )}
    </>
  )
  return (
    <Page title={t("title")} count={page.count} actions={actions}>
      <LeadList page={page} filtered={Object.keys(asked).length > 0} owners={owners} mayWrite={mayWrite} />
    </Page>
  )
}
