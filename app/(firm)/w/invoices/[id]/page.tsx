import { InvoicePage, invoiceTabs } from "@/components/invoices/invoice-page"
import { permitted } from "@/components/navigation/permitted"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { load } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

type InvoiceRoute = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function InvoiceRoutePage({ params, searchParams }: InvoiceRoute) {
  const { id } = await params
  const [invoice, can, tab] = await Promise.all([
    load(readInvoice, { id }),
    permitted(),
    paramOf(searchParams, "tab", invoiceTabs),
  ])
  return <InvoicePage invoice={invoice} tab={tab} can={can} />
}
