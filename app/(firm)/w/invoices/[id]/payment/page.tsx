import { getTranslations } from "next-intl/server"
import { RecordPaymentForm } from "@/components/invoices/record-payment-form"
import { requirePermission, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { readInvoice } from "@/lib/domains/invoices/operations/reading"
import { load } from "@/lib/kernel/load"
import { today } from "@/lib/platform/clock"

export default async function RecordPaymentPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("payments:write")
  const { id } = await params
  const [t, me, invoice] = await Promise.all([getTranslations("invoices"), viewer(), load(readInvoice, { id })])
  return (
    <Page
      title={t("recordPayment")}
      width="narrow"
      subtitle={invoice.clientName}
      breadcrumbs={[
        { label: t("title"), href: "/invoices" },
        { label: invoice.number ?? t("draftTitle"), href: `/invoices/${id}` },
      ]}
    >
      <RecordPaymentForm invoice={invoice} today={today(me?.timeZone)} />
    </Page>
  )
}
