import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Money } from "@/components/ui/money"
import { MoneyInput } from "@/components/ui/money-input"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { applyCreditAction } from "@/lib/domains/credit/actions"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"
import { Decimal } from "@/lib/platform/money"

export async function ApplyCreditForm({ invoice, balance }: { invoice: InvoiceDetail; balance: string }) {
  const t = await getTranslations("credit")
  const { id, currency, amountDue, clientName } = invoice
  if (!new Decimal(balance).greaterThan(0))
    return (
      <EmptyState
        title={t("none", { client: clientName })}
        body={t("noneBody")}
        action={<LinkButton href={`/invoices/${id}`}>{t("back")}</LinkButton>}
      />
    )
  const usable = Decimal.min(balance, amountDue).toFixed()
  return (
    <ActionForm action={applyCreditAction} labels={{ amount: t("fields.amount") }}>
      <input type="hidden" name="id" value={id} />
      <p>{t.rich("held", { client: clientName, amount: () => <Money amount={balance} currency={currency} /> })}</p>
      <Field name="amount" label={t("fields.amount")} required>
        <MoneyInput currency={currency} defaultValue={usable} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("apply")}</SubmitButton>
        <LinkButton variant="ghost" href={`/invoices/${id}`}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
