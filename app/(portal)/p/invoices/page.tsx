import { getTranslations } from "next-intl/server"
import { OurInvoiceList } from "@/components/invoices/our-invoice-list"
import { Page } from "@/components/shell/page"
import { listOurInvoices } from "@/lib/domains/invoices/portal"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function OurInvoicesPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listOurInvoices, searchParams)
  const [t, found] = await Promise.all([getTranslations("invoices.ours"), load(listOurInvoices, asked)])
  return (
    <Page title={t("title")}>
      <OurInvoiceList found={found} status={asked.status} />
    </Page>
  )
}
