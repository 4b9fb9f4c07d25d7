import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Checkbox } from "@/components/ui/checkbox"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { createTaskAction } from "@/lib/domains/tasks/actions"

/** One line that makes a task; what else there is to say is said on its page. */
export async function TaskAdd({ projectId, people }: { projectId: string; people: { id: string; name: string }[] }) {
  const t = await getTranslations("tasks")
  const labels = { title: t("fields.title"), dueOn: t("fields.dueOn"), assigneeId: t("fields.assignee") }
  return (
    <ActionForm action={createTaskAction} labels={labels} className="panel grid gap-3 p-4">
      <input type="hidden" name="id" value={projectId} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64 max-sm:basis-full">
          <Field name="title" label={t("addTitle")}>
            <TextInput placeholder={t("quick")} autoComplete="off" />
          </Field>
        </div>
        <div className="basis-44 max-sm:flex-1">
          <Field name="assigneeId" label={t("fields.assignee")}>
            <Select placeholder={t("nobody")} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
        </div>
        <div className="basis-44 max-sm:flex-1">
          <Field name="dueOn" label={t("fields.dueOn")}>
            <DateInput />
          </Field>
        </div>
        <SubmitButton icon={<Plus aria-hidden />}>{t("add")}</SubmitButton>
      </div>
      <Checkbox name="clientVisible" label={t("fields.clientVisible")} />
    </ActionForm>
  )
}
