import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { createAccountAction } from "@/lib/domains/ledger/actions"
import { accountTypes } from "@/lib/domains/ledger/schema"

export async function AccountForm() {
  const t = await getTranslations("ledger")
  const labels = { code: t("columns.code"), name: t("columns.name"), type: t("columns.type") }
  return (
    <ActionForm action={createAccountAction} labels={labels}>
      <div className="form-row">
        <Field name="code" label={labels.code} hint={t("hints.code")} required>
          <TextInput autoComplete="off" maxLength={20} />
        </Field>
        <Field name="type" label={labels.type} required>
          <Select placeholder="" options={accountTypes.map((value) => ({ value, label: t(`types.${value}`) }))} />
        </Field>
      </div>
      <Field name="name" label={labels.name} required>
        <TextInput maxLength={120} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("addAccount")}</SubmitButton>
        <LinkButton variant="ghost" href="/ledger/accounts">
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
