import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"
import { recordPaymentAction } from "@/lib/domains/payments/actions"
import { paymentMethods } from "@/lib/domains/payments/schema"

export async function RecordPaymentForm({ invoice, today }: { invoice: InvoiceDetail; today: string }) {
  const t = await getTranslations("payments")
  const labels = { amount: t("fields.amount"), receivedOn: t("fields.receivedOn"), method: t("fields.method") }
  const methods = [...paymentMethods].sort((a, b) => Number(b === "bank_transfer") - Number(a === "bank_transfer"))
  return (
    <ActionForm action={recordPaymentAction} labels={labels}>
      <input type="hidden" name="id" value={invoice.id} />
      <div className="form-row">
        <Field name="amount" label={labels.amount} hint={t("hints.amount")} required>
          <MoneyInput currency={invoice.currency} defaultValue={invoice.amountDue} />
        </Field>
        <Field name="receivedOn" label={labels.receivedOn} required>
          <DateInput defaultValue={today} max={today} />
        </Field>
      </div>
      <Field name="method" label={labels.method} required>
        <Select
          defaultValue="bank_transfer"
          options={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
      </Field>
      <Field name="note" label={t("fields.note")} hint={t("hints.note")}>
        <TextInput maxLength={300} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("record")}</SubmitButton>
        <LinkButton variant="ghost" href={`/invoices/${invoice.id}`}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
