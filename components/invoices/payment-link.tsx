import { getTranslations } from "next-intl/server"
import { Panel } from "@/components/ui/panel"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"
import { paymentLinkAction } from "@/lib/domains/payments/actions"
import { PaymentLinkForm } from "./payment-link-form"

/** A payment page to send by other ways than the mail, or the reason why there is none. */
export async function PaymentLink({ invoice }: { invoice: InvoiceDetail }) {
  const t = await getTranslations("invoices.link")
  if (!["sent", "viewed", "part_paid"].includes(invoice.status)) return null
  if (invoice.onlinePayment !== "ready")
    return (
      <Panel title={t("title")}>
        <p className="text-muted">{t(invoice.onlinePayment)}</p>
      </Panel>
    )
  return (
    <Panel title={t("title")}>
      <PaymentLinkForm
        action={paymentLinkAction}
        invoiceId={invoice.id}
        words={{ body: t("body"), create: t("create"), label: t("label") }}
      />
    </Panel>
  )
}
