import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { MoneyInput } from "@/components/ui/money-input"
import { Picker } from "@/components/ui/picker"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import type { Prospect } from "@/lib/domains/prospects/schema"
import type { Choice } from "@/lib/kernel/choices"

type Named = { id: string; name: string }
type Props = { action: FormAction; prospect?: Prospect; owners: Named[]; clients: Choice[]; currency: string }

export async function ProspectForm({ action, prospect, owners, clients, currency }: Props) {
  const [t, ui] = await Promise.all([getTranslations("prospects"), getTranslations("ui.action")])
  const labels = Object.fromEntries(
    (["companyName", "contactName", "email", "phone", "currency", "probability"] as const).map((name) => [
      name,
      t(`field.${name}`),
    ]),
  )
  const options = (named: Named[]) => named.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ActionForm action={action} labels={{ ...labels, estimatedValue: t("field.value") }}>
      {prospect && (
        <>
          <input type="hidden" name="id" value={prospect.id} />
          <input type="hidden" name="_version" value={prospect.version} />
        </>
      )}
      {!prospect && clients.length > 0 && (
        <Field name="clientId" label={t("field.client")} hint={t("hint.client")}>
          <Picker placeholder={t("field.noClient")} options={clients} url="/api/v1/clients/choices" />
        </Field>
      )}
      <div className="form-row">
        <Field name="companyName" label={t("field.companyName")} required>
          <TextInput defaultValue={prospect?.companyName} autoComplete="organization" />
        </Field>
        <Field name="contactName" label={t("field.contactName")} required>
          <TextInput defaultValue={prospect?.contactName} autoComplete="name" />
        </Field>
      </div>
      <div className="form-row">
        <Field name="email" label={t("field.email")} required>
          <TextInput type="email" defaultValue={prospect?.email} autoComplete="email" />
        </Field>
        <Field name="phone" label={t("field.phone")}>
          <TextInput type="tel" defaultValue={prospect?.phone} autoComplete="tel" />
        </Field>
      </div>
      <div className="form-row">
        <Field name="estimatedValue" label={t("field.value")}>
          <MoneyInput currency={prospect?.currency ?? currency} defaultValue={prospect?.estimatedValue ?? undefined} />
        </Field>
        <Field name="currency" label={t("field.currency")}>
          <TextInput defaultValue={prospect?.currency ?? currency} maxLength={3} autoCapitalize="characters" />
        </Field>
        <Field name="probability" label={t("field.probability")}>
          <TextInput
            type="number"
            min={0}
            max={100}
            defaultValue={prospect ? String(prospect.probability) : "10"}
            suffix="%"
          />
        </Field>
      </div>
      <div className="form-row">
        <Field name="expectedCloseOn" label={t("field.expectedCloseOn")}>
          <DateInput defaultValue={prospect?.expectedCloseOn ?? undefined} />
        </Field>
        <Field name="ownerId" label={t("field.owner")}>
          <Select placeholder={t("field.nobody")} defaultValue={prospect?.ownerId ?? ""} options={options(owners)} />
        </Field>
      </div>
      <Field name="nextStep" label={t("field.nextStep")} hint={t("hint.nextStep")}>
        <TextInput defaultValue={prospect?.nextStep} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{prospect ? t("action.save") : t("action.create")}</SubmitButton>
        <LinkButton href={prospect ? `/prospects/${prospect.id}` : "/prospects"} variant="ghost">
          {ui("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
