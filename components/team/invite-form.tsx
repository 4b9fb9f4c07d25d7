import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { inviteMemberAction } from "@/lib/domains/team/actions"
import { AccessFields } from "./access-fields"

export async function InviteForm({ currency, mayMakeOwners }: { currency: string; mayMakeOwners: boolean }) {
  const [t, action] = await Promise.all([getTranslations("team"), getTranslations("ui.action")])
  const labels = { name: t("fields.name"), email: t("fields.email"), role: t("fields.role") }
  return (
    <ActionForm action={inviteMemberAction} labels={labels}>
      <div className="form-row">
        <Field name="name" label={t("fields.name")} required>
          <TextInput autoComplete="off" autoFocus />
        </Field>
        <Field name="email" label={t("fields.email")} required>
          <TextInput type="email" autoComplete="off" />
        </Field>
      </div>
      <AccessFields mayMakeOwners={mayMakeOwners} />
      <Field name="hourlyRate" label={t("fields.hourlyRate")} hint={t("fields.hourlyRateHint")}>
        <MoneyInput currency={currency} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("send")}</SubmitButton>
        <LinkButton variant="ghost" href="/team">
          {action("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
