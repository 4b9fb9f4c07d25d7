import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import type { Contact } from "@/lib/domains/contacts/schema"

type ContactFormProps = { action: FormAction; clientId: string; contact?: Contact }

export async function ContactForm({ action, clientId, contact }: ContactFormProps) {
  const [t, general] = await Promise.all([getTranslations("contacts"), getTranslations("ui.action")])
  const labels = Object.fromEntries(
    (["name", "jobTitle", "email", "phone"] as const).map((name) => [name, t(`fields.${name}`)]),
  )
  return (
    <ActionForm action={action} labels={labels}>
      {contact ? (
        <>
          <input type="hidden" name="id" value={contact.id} />
          <input type="hidden" name="_version" value={contact.version} />
        </>
      ) : (
        <input type="hidden" name="clientId" value={clientId} />
      )}
      <div className="form-row">
        <Field name="name" label={t("fields.name")} required>
          <TextInput defaultValue={contact?.name} autoComplete="off" autoFocus={!contact} />
        </Field>
        <Field name="jobTitle" label={t("fields.jobTitle")}>
          <TextInput defaultValue={contact?.jobTitle} autoComplete="off" />
        </Field>
      </div>
      <div className="form-row">
        <Field name="email" label={t("fields.email")}>
          <TextInput type="email" defaultValue={contact?.email} autoComplete="off" />
        </Field>
        <Field name="phone" label={t("fields.phone")}>
          <TextInput type="tel" defaultValue={contact?.phone} autoComplete="off" />
        </Field>
      </div>
      <input type="hidden" name="isPrimary" value="false" />
      <Checkbox
        name="isPrimary"
        label={t("fields.isPrimary")}
        hint={t("hints.isPrimary")}
        defaultChecked={contact?.isPrimary}
      />
      <div className="form-actions">
        <SubmitButton>{contact ? t("save") : t("create")}</SubmitButton>
        <LinkButton variant="ghost" href={`/clients/${clientId}?tab=contacts`}>
          {general("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
