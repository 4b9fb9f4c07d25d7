import { getLocale, getTranslations } from "next-intl/server"
import { requirePermission } from "@/components/navigation/permitted"
import { RefundForm } from "@/components/payments/refund-form"
import { Page } from "@/components/shell/page"
import { formatMoney } from "@/components/ui/format"
import { readPayment } from "@/lib/domains/payments/operations"
import { load } from "@/lib/kernel/load"

export default async function RefundPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("payments:write")
  const { id } = await params
  const [t, locale, payment] = await Promise.all([getTranslations("payments"), getLocale(), load(readPayment, { id })])
  return (
    <Page
      title={t("refund.action")}
      width="narrow"
      subtitle={payment.clientName}
      breadcrumbs={[
        { label: t("title"), href: "/payments" },
        { label: t("one", { amount: formatMoney(locale, payment.amount, payment.currency) }), href: `/payments/${id}` },
      ]}
    >
      <RefundForm payment={payment} />
    </Page>
  )
}
