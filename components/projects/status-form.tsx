import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { moveProjectAction } from "@/lib/domains/projects/actions"
import { nextStatuses } from "@/lib/domains/projects/rules"
import type { Project } from "@/lib/domains/projects/schema"

/** The ways a project may go, for those who don't drag it on the board. */
export async function StatusForm({ project: { id, status } }: { project: Project }) {
  const t = await getTranslations("projects")
  return (
    <ActionForm action={moveProjectAction} guard={false} className="flex items-end gap-2" key={status}>
      <input type="hidden" name="id" value={id} />
      <div className="min-w-0 flex-1">
        <Field name="status" label={t("fields.status")}>
          <Select
            defaultValue={status}
            options={[status, ...nextStatuses(status)].map((value) => ({ value, label: t(`statuses.${value}`) }))}
          />
        </Field>
      </div>
      <SubmitButton variant="secondary">{t("statusSave")}</SubmitButton>
    </ActionForm>
  )
}
