import { getTranslations } from "next-intl/server"
import { PaymentList } from "@/components/payments/payment-list"
import { PaymentTabs } from "@/components/payments/payment-tabs"
import { Page } from "@/components/shell/page"
import { listPayments } from "@/lib/domains/payments/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function PaymentsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listPayments, searchParams)
  const [t, found] = await Promise.all([getTranslations("payments"), load(listPayments, { limit: 50, ...asked })])
  const { q, method, status, clientId, invoiceId } = asked
  return (
    <Page title={t("title")} count={found.count} tabs={<PaymentTabs current="payments" />}>
      <PaymentList found={found} narrowed={Boolean(q || method || status || clientId || invoiceId)} />
    </Page>
  )
}
