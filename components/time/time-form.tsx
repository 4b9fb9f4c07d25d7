import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { SubmitButton } from "@/components/ui/submit-button"
import { updateTimeEntryAction } from "@/lib/domains/time/actions"
import type { TimeEntry, Work } from "@/lib/domains/time/schema"
import { TimeFields, timeLabels } from "./time-fields"

/** Changes an entry that is still open. Its own project and task are on offer also when they are over. */
export async function TimeForm({ entry, work }: { entry: TimeEntry; work: Work }) {
  const t = await getTranslations("time")
  return (
    <ActionForm action={updateTimeEntryAction} labels={await timeLabels()}>
      <input type="hidden" name="id" value={entry.id} />
      <input type="hidden" name="_version" value={entry.version} />
      <TimeFields
        work={withOwn(work, entry)}
        date={entry.date}
        entry={entry}
        chosen={entry.taskId ? `${entry.projectId}:${entry.taskId}` : entry.projectId}
      />
      <Field name="hourlyRate" label={t("quick.rate")}>
        <MoneyInput currency={entry.currency} defaultValue={entry.hourlyRate} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("save")}</SubmitButton>
        <LinkButton variant="ghost" href={`/time?on=${entry.date}`}>
          {t("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}

function withOwn(work: Work, entry: TimeEntry): Work {
  const { projectId, projectName, clientName, currency, taskId, taskTitle } = entry
  const task = taskId && taskTitle !== null ? [{ id: taskId, title: taskTitle }] : []
  const known = work.find((one) => one.projectId === projectId)
  if (!known) return [{ projectId, projectName, clientName, currency, tasks: task }, ...work]
  const missing = task.filter(({ id }) => !known.tasks.some((one) => one.id === id))
  return work.map((one) => (one === known ? { ...one, tasks: [...missing, ...one.tasks] } : one))
}
