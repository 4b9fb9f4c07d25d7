import { getLocale, getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { EntryRows } from "@/components/ledger/entry-rows"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { formatMoney } from "@/components/ui/format"
import { Panel } from "@/components/ui/panel"
import type { LedgerEntry } from "@/lib/domains/ledger/schema"
import type { PaymentDetail } from "@/lib/domains/payments/schema"
import { PaymentFacts } from "./payment-facts"
import { RefundRows } from "./refund-rows"
import { paymentVocabulary } from "./vocabulary"

type PaymentPageProps = { payment: PaymentDetail; entries: LedgerEntry[] | null; mayRefund: boolean }

export async function PaymentPage({ payment, entries, mayRefund }: PaymentPageProps) {
  const [t, locale, vocabulary] = await Promise.all([getTranslations("payments"), getLocale(), paymentVocabulary()])
  const { id, amount, currency, clientName, status, refunds, refundable } = payment
  return (
    <Page
      title={t("one", { amount: formatMoney(locale, amount, currency) })}
      breadcrumbs={[{ label: t("title"), href: "/payments" }]}
      status={<StatusBadge status={status} vocabulary={vocabulary} />}
      subtitle={clientName}
      actions={
        mayRefund &&
        /[1-9]/.test(refundable) && <LinkButton href={`/payments/${id}/refund`}>{t("refund.action")}</LinkButton>
      }
      aside={<PaymentFacts payment={payment} />}
    >
      {refunds.length > 0 && (
        <Panel title={t("refunds")} flush>
          <RefundRows refunds={refunds} />
        </Panel>
      )}
      {entries && entries.length > 0 && (
        <Panel title={t("postings")} flush>
          <EntryRows entries={entries} />
        </Panel>
      )}
      <RecordTimeline subjectId={id} />
    </Page>
  )
}
