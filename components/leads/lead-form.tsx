import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { Lead } from "@/lib/domains/leads/schema"

type LeadFormProps = { action: FormAction; lead?: Lead; owners: { id: string; name: string }[] }

export async function LeadForm({ action, lead, owners }: LeadFormProps) {
  const [t, ui] = await Promise.all([getTranslations("leads"), getTranslations("ui.action")])
  const labels = Object.fromEntries(
    (["companyName", "contactName", "email", "phone", "source"] as const).map((name) => [name, t(`field.${name}`)]),
  )
  return (
    <ActionForm action={action} labels={labels}>
      {lead && (
        <>
          <input type="hidden" name="id" value={lead.id} />
          <input type="hidden" name="_version" value={lead.version} />
        </>
      )}
      <div className="form-row">
        <Field name="companyName" label={t("field.companyName")} required>
          <TextInput defaultValue={lead?.companyName} autoComplete="organization" />
        </Field>
        <Field name="contactName" label={t("field.contactName")} required>
          <TextInput defaultValue={lead?.contactName} autoComplete="name" />
        </Field>
      </div>
      <div className="form-row">
        <Field name="email" label={t("field.email")} required>
          <TextInput type="email" defaultValue={lead?.email} autoComplete="email" />
        </Field>
        <Field name="phone" label={t("field.phone")}>
          <TextInput type="tel" defaultValue={lead?.phone} autoComplete="tel" />
        </Field>
      </div>
      <div className="form-row">
        <Field name="source" label={t("field.source")} hint={t("hint.source")}>
          <TextInput defaultValue={lead?.source} list="lead-sources" />
        </Field>
        <Field name="ownerId" label={t("field.owner")}>
          <Select
            placeholder={t("field.nobody")}
            defaultValue={lead?.ownerId ?? ""}
            options={owners.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      </div>
      <datalist id="lead-sources">
        {["referral", "website", "event", "phone", "newsletter"].map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
      <Field name="message" label={t("field.message")} hint={t("hint.message")}>
        <Textarea defaultValue={lead?.message} rows={5} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{lead ? t("action.save") : t("action.create")}</SubmitButton>
        <LinkButton href={lead ? `/leads/${lead.id}` : "/leads"} variant="ghost">
          {ui("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
