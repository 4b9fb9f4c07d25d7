import { getTranslations } from "next-intl/server"
import { FromTimeForm } from "@/components/invoices/from-time-form"
import { NewTabs } from "@/components/invoices/new-tabs"
import { UnbilledTable } from "@/components/invoices/unbilled-table"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { listUnbilled } from "@/lib/domains/invoices/time/operations"
import { listTimeEntries } from "@/lib/domains/time/operations/entries"
import { load, loadIfAllowed } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function NewInvoicePage({ searchParams }: { searchParams: SearchParams }) {
  await requirePermission("invoices:write")
  const asked = await readParams(listUnbilled, searchParams)
  const [t, unbilled] = await Promise.all([getTranslations("invoices"), load(listUnbilled, { ...asked, limit: 100 })])
  const [only] = unbilled.items
  const chosen = asked.projectId || (asked.clientId && unbilled.count === 1) ? only : undefined
  const filter = chosen && { projectId: chosen.projectId, billable: true, invoiced: false, limit: 100 }
  const entries = filter ? await loadIfAllowed(listTimeEntries, filter) : null
  return (
    <Page title={t("new.title")} breadcrumbs={[{ label: t("title"), href: "/invoices" }]}>
      <NewTabs current="time" clientId={asked.clientId} />
      {chosen ? (
        <FromTimeForm
          unbilled={chosen}
          entries={entries?.items ?? []}
          more={Math.max(0, (entries?.count ?? 0) - (entries?.items.length ?? 0))}
        />
      ) : (
        <UnbilledTable unbilled={unbilled.items} />
      )}
    </Page>
  )
}
