import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { InvoiceList } from "@/components/invoices/invoice-list"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listInvoices, summariseInvoices } from "@/lib/domains/invoices/operations/reading"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function InvoicesPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listInvoices, searchParams)
  const [t, can, found, summary] = await Promise.all([
    getTranslations("invoices"),
    permitted(),
    load(listInvoices, { limit: 50, ...asked }),
    load(summariseInvoices, {}),
  ])
  return (
    <Page
      title={t("title")}
      count={found.count}
      actions={
        can("invoices:write") && (
          <LinkButton variant="primary" href="/invoices/new" icon={Plus}>
            {t("new.title")}
          </LinkButton>
        )
      }
    >
      <InvoiceList found={found} summary={summary} asked={asked} mayCreate={can("invoices:write")} />
    </Page>
  )
}
