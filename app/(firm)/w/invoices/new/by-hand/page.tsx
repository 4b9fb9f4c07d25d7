import { getTranslations } from "next-intl/server"
import { InvoiceForm } from "@/components/invoices/invoice-form"
import { NewTabs } from "@/components/invoices/new-tabs"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { listClientChoices } from "@/lib/domains/clients/operations"
import { createInvoiceAction } from "@/lib/domains/invoices/actions"
import { createInvoice } from "@/lib/domains/invoices/operations/drafts"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function NewInvoiceByHandPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePermission("invoices:write")
  const [{ clientId }, { all }] = await Promise.all([
    readParams(createInvoice, searchParams),
    readParams(listClientChoices, searchParams),
  ])
  const [t, me, clients] = await Promise.all([
    getTranslations("invoices"),
    viewer(),
    load(listClientChoices, { all, clientId }),
  ])
  const chosen = clients.results.find(({ value }) => value === clientId)
  return (
    <Page title={t("new.title")} breadcrumbs={[{ label: t("title"), href: "/invoices" }]}>
      <NewTabs current="hand" clientId={clientId} />
      <InvoiceForm
        action={createInvoiceAction}
        clients={clients.results}
        clientId={clientId}
        currency={chosen?.hint ?? me?.currency ?? "USD"}
      />
    </Page>
  )
}
