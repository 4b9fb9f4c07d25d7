import { OurInvoicePage } from "@/components/invoices/our-invoice-page"
import { permitted } from "@/components/navigation/permitted"
import { readOurInvoice } from "@/lib/domains/invoices/portal"
import { load } from "@/lib/kernel/load"
import { paramOf, type SearchParams } from "@/lib/kernel/search-params"

type OurInvoiceRoute = { params: Promise<{ id: string }>; searchParams: SearchParams }

export default async function OurInvoiceRoutePage({ params, searchParams }: OurInvoiceRoute) {
  const { id } = await params
  const [invoice, can, returned] = await Promise.all([
    load(readOurInvoice, { id }),
    permitted(),
    paramOf(searchParams, "paid", ["", "1"]),
  ])
  return <OurInvoicePage invoice={invoice} returned={returned === "1"} mayPay={can("portal:billing")} />
}
