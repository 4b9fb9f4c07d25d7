import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { type Engagement, engagementStatuses } from "@/lib/domains/engagements/schema"

type EngagementFormProps = { action: FormAction; clientId: string; engagement?: Engagement }

/** Starts an engagement, or records a change to one: a change is told in words first. */
export async function EngagementForm({ action, clientId, engagement }: EngagementFormProps) {
  const [t, general] = await Promise.all([getTranslations("engagements"), getTranslations("ui.action")])
  const told = engagement ? "change" : "summary"
  const labels = { name: t("fields.name"), summary: t(`fields.${told}`), endsOn: t("fields.endsOn") }
  return (
    <ActionForm action={action} labels={{ ...labels, startsOn: t("fields.startsOn") }}>
      {engagement ? (
        <>
          <input type="hidden" name="id" value={engagement.id} />
          <input type="hidden" name="_version" value={engagement.version} />
        </>
      ) : (
        <input type="hidden" name="clientId" value={clientId} />
      )}
      {engagement && <Summary label={labels.summary} hint={t("hints.change")} />}
      <Field name="name" label={t("fields.name")} required>
        <TextInput defaultValue={engagement?.name} />
      </Field>
      <div className="form-row">
        {engagement && (
          <Field name="status" label={t("fields.status")}>
            <Select
              defaultValue={engagement.status}
              options={engagementStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
            />
          </Field>
        )}
        <Field name="startsOn" label={t("fields.startsOn")}>
          <DateInput defaultValue={engagement?.startsOn ?? undefined} />
        </Field>
        <Field name="endsOn" label={t("fields.endsOn")}>
          <DateInput defaultValue={engagement?.endsOn ?? undefined} />
        </Field>
      </div>
      {!engagement && <Summary label={labels.summary} hint={t("hints.summary")} />}
      <div className="form-actions">
        <SubmitButton>{t(engagement ? "save" : "create")}</SubmitButton>
        {!engagement && (
          <LinkButton variant="ghost" href={`/clients/${clientId}?tab=engagements`}>
            {general("cancel")}
          </LinkButton>
        )}
      </div>
    </ActionForm>
  )
}

function Summary({ label, hint }: { label: string; hint: string }) {
  return (
    <Field name="summary" label={label} hint={hint} required>
      <Textarea rows={3} />
    </Field>
  )
}
