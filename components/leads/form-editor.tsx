import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { LeadForm } from "@/lib/domains/leads/schema"

export async function FormEditor({ action, form }: { action: FormAction; form?: LeadForm }) {
  const [t, ui] = await Promise.all([getTranslations("leads.form"), getTranslations("ui.action")])
  return (
    <ActionForm action={action} labels={{ title: t("field.title"), slug: t("field.slug") }}>
      {form && (
        <>
          <input type="hidden" name="id" value={form.id} />
          <input type="hidden" name="_version" value={form.version} />
        </>
      )}
      <Field name="title" label={t("field.title")} required>
        <TextInput defaultValue={form?.title} />
      </Field>
      <Field name="slug" label={t("field.slug")} hint={t("hint.slug")}>
        <TextInput defaultValue={form?.slug} prefix="/forms/" />
      </Field>
      <Field name="intro" label={t("field.intro")} hint={t("hint.intro")}>
        <Textarea defaultValue={form?.intro} rows={3} />
      </Field>
      <Field name="consentText" label={t("field.consentText")} hint={t("hint.consentText")}>
        <Textarea defaultValue={form?.consentText} rows={2} />
      </Field>
      {form && (
        <Field name="active" label={t("field.state")}>
          <Select
            defaultValue={String(form.active)}
            options={[
              { value: "true", label: t("state.active") },
              { value: "false", label: t("state.inactive") },
            ]}
          />
        </Field>
      )}
      <div className="form-actions">
        <SubmitButton>{form ? t("save") : t("create")}</SubmitButton>
        <LinkButton href={form ? `/forms/${form.id}` : "/forms"} variant="ghost">
          {ui("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
