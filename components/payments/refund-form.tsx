import { getLocale, getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Banner } from "@/components/ui/banner"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { formatMoney } from "@/components/ui/format"
import { MoneyInput } from "@/components/ui/money-input"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { refundPaymentAction } from "@/lib/domains/payments/actions"
import type { PaymentDetail } from "@/lib/domains/payments/schema"

/** A page of its own, because money that has left can't be called back. */
export async function RefundForm({ payment }: { payment: PaymentDetail }) {
  const [t, locale] = await Promise.all([getTranslations("payments"), getLocale()])
  const { id, currency, refundable, clientName, invoiceNumber, provider } = payment
  const values = {
    client: clientName,
    invoice: invoiceNumber ?? "",
    amount: formatMoney(locale, refundable, currency),
  }
  return (
    <ActionForm action={refundPaymentAction} labels={{ amount: t("fields.amount"), reason: t("fields.reason") }}>
      <input type="hidden" name="id" value={id} />
      <Banner tone="warning" title={t("refund.final")}>
        {t(provider === "stripe" ? "refund.card" : "refund.byHand", values)}
        {invoiceNumber && ` ${t("refund.invoice", values)}`}
      </Banner>
      <Field name="amount" label={t("fields.amount")} hint={t("refund.most", values)} required>
        <MoneyInput currency={currency} defaultValue={refundable} />
      </Field>
      <Field name="reason" label={t("fields.reason")} hint={t("refund.reasonHint")}>
        <TextInput maxLength={300} />
      </Field>
      <div className="form-actions">
        <SubmitButton variant="danger">{t("refund.confirm")}</SubmitButton>
        <LinkButton variant="ghost" href={`/payments/${id}`}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
