import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import { Picker } from "@/components/ui/picker"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { updateTaskAction } from "@/lib/domains/tasks/actions"
import { type Task, taskPriorities, taskStatuses } from "@/lib/domains/tasks/schema"

export async function TaskForm({ task, people }: { task: Task; people: { id: string; name: string }[] }) {
  const t = await getTranslations("tasks")
  const names = ["title", "description", "status", "priority", "dueOn"] as const
  const labels = Object.fromEntries(names.map((name) => [name, t(`fields.${name}`)]))
  return (
    <ActionForm action={updateTaskAction} labels={{ ...labels, assigneeId: t("fields.assignee") }}>
      <input type="hidden" name="id" value={task.id} />
      <input type="hidden" name="_version" value={task.version} />
      <Field name="title" label={t("fields.title")} required>
        <TextInput defaultValue={task.title} />
      </Field>
      <Field name="description" label={t("fields.description")}>
        <Textarea rows={6} defaultValue={task.description} />
      </Field>
      <div className="form-row">
        <Field name="status" label={t("fields.status")}>
          <Select
            defaultValue={task.status}
            options={taskStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          />
        </Field>
        <Field name="priority" label={t("fields.priority")}>
          <Select
            defaultValue={task.priority}
            options={taskPriorities.map((value) => ({ value, label: t(`priorities.${value}`) }))}
          />
        </Field>
      </div>
      <div className="form-row">
        <Field name="assigneeId" label={t("fields.assignee")}>
          <Picker
            placeholder={t("nobody")}
            defaultValue={task.assigneeId ?? undefined}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field name="dueOn" label={t("fields.dueOn")}>
          <DateInput defaultValue={task.dueOn ?? undefined} />
        </Field>
      </div>
      <input type="hidden" name="clientVisible" value="false" />
      <Checkbox
        name="clientVisible"
        label={t("fields.clientVisible")}
        hint={t("hints.clientVisible")}
        defaultChecked={task.clientVisible}
      />
      <div className="form-actions">
        <SubmitButton>{t("save")}</SubmitButton>
        <LinkButton variant="ghost" href={`/tasks/${task.id}`}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
