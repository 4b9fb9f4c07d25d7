import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import type { OurInvoiceDetail } from "@/lib/domains/invoices/schema"
import { InvoicePaper } from "./invoice-paper"
import { OurPayments } from "./our-payments"
import { PayPanel } from "./pay-panel"
import { ourInvoiceVocabulary, shownStatus } from "./vocabulary"

type OurInvoicePageProps = { invoice: OurInvoiceDetail; returned: boolean; mayPay: boolean }

/** One invoice for its client: what it comes to, one button to pay it, the paper, and what was paid. */
export async function OurInvoicePage({ invoice, returned, mayPay }: OurInvoicePageProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("invoices.ours"), ourInvoiceVocabulary()])
  return (
    <Page
      title={invoice.number ?? ""}
      width="narrow"
      breadcrumbs={[{ label: t("title"), href: "/invoices" }]}
      status={<StatusBadge status={shownStatus(invoice)} vocabulary={vocabulary} />}
      actions={
        <LinkButton href={`/api/v1/portal/invoices/${invoice.id}/pdf`} download>
          {t("pdf")}
        </LinkButton>
      }
    >
      <PayPanel invoice={invoice} returned={returned} mayPay={mayPay} />
      <InvoicePaper invoice={invoice} />
      {invoice.payments.length > 0 && <OurPayments payments={invoice.payments} />}
    </Page>
  )
}
