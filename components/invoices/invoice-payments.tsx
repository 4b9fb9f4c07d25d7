import { getTranslations } from "next-intl/server"
import { PaymentRows } from "@/components/payments/payment-rows"
import { LinkButton } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"
import { listPayments } from "@/lib/domains/payments/operations"
import { loadIfAllowed } from "@/lib/kernel/load"

export async function InvoicePayments({ invoice, mayPay }: { invoice: InvoiceDetail; mayPay: boolean }) {
  const [t, found] = await Promise.all([
    getTranslations("invoices"),
    loadIfAllowed(listPayments, { invoiceId: invoice.id, limit: 100 }),
  ])
  if (!found) return null
  const open = ["sent", "viewed", "part_paid"].includes(invoice.status)
  return (
    <Panel
      title={t("tabs.payments")}
      flush={found.count > 0}
      actions={
        mayPay &&
        open && (
          <LinkButton size="sm" href={`/invoices/${invoice.id}/payment`}>
            {t("recordPayment")}
          </LinkButton>
        )
      }
    >
      {found.count > 0 ? <PaymentRows payments={found.items} /> : <p className="text-muted">{t("noPayments")}</p>}
    </Panel>
  )
}
