import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { Picker } from "@/components/ui/picker"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { grantCreditAction } from "@/lib/domains/credit/actions"
import type { Choice } from "@/lib/kernel/choices"

type CreditFormProps = {
  clients: Choice[]
  currency: string
  clientId?: string
}

export async function CreditForm({ clients, currency, clientId }: CreditFormProps) {
  const t = await getTranslations("credit")
  const labels = { clientId: t("columns.client"), amount: t("fields.amount"), reason: t("columns.reason") }
  const chosen = clients.find(({ value }) => value === clientId)
  return (
    <ActionForm action={grantCreditAction} labels={labels}>
      <Field name="clientId" label={labels.clientId} required>
        <Picker
          placeholder={t("chooseClient")}
          defaultValue={clientId}
          options={clients}
          url="/api/v1/clients/choices"
        />
      </Field>
      <Field name="amount" label={labels.amount} hint={t("amountHint")} required>
        <MoneyInput currency={chosen?.hint ?? currency} />
      </Field>
      <Field name="reason" label={labels.reason} required>
        <TextInput maxLength={300} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("give")}</SubmitButton>
        <LinkButton variant="ghost" href="/payments/credit">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
