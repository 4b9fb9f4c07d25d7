import { Eye, EyeOff } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Person } from "@/components/ui/avatar"
import { Badge, StatusBadge } from "@/components/ui/badge"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { Panel } from "@/components/ui/panel"
import { Select } from "@/components/ui/select"
import { SubmitButton } from "@/components/ui/submit-button"
import { Day, When } from "@/components/ui/when"
import { setTaskStatusAction } from "@/lib/domains/tasks/actions"
import { type Task, taskStatuses } from "@/lib/domains/tasks/schema"
import { priorityVocabulary } from "./vocabulary"

export async function TaskFacts({ task, mayWrite }: { task: Task; mayWrite: boolean }) {
  const [t, vocabulary] = await Promise.all([getTranslations("tasks"), priorityVocabulary()])
  const { id, projectId, projectName, clientName, assigneeName, dueOn, priority, clientVisible, completedAt } = task
  return (
    <Panel title={t("details")}>
      <div className="grid gap-4">
        <Facts
          facts={[
            [t("fields.assignee"), assigneeName ? <Person key="assignee" name={assigneeName} /> : t("nobody")],
            [t("fields.dueOn"), dueOn && <Day key="due" on={dueOn} weekday />],
            [t("fields.priority"), <StatusBadge key="priority" status={priority} vocabulary={vocabulary} />],
            [
              t("fields.project"),
              <Link key="project" className="link" href={`/projects/${projectId}`} prefetch={false}>
                {projectName}
              </Link>,
            ],
            [t("fields.client"), clientName],
            [t("fields.completed"), completedAt && <When key="completed" at={completedAt} />],
          ]}
        />
        <p>
          <Badge tone={clientVisible ? "accent" : "neutral"} icon={clientVisible ? Eye : EyeOff}>
            {t(clientVisible ? "clientSees" : "internal")}
          </Badge>
        </p>
        {mayWrite && (
          <ActionForm
            action={setTaskStatusAction}
            guard={false}
            className="flex items-end gap-2"
            key={`${id}${task.status}`}
          >
            <input type="hidden" name="id" value={id} />
            <div className="min-w-0 flex-1">
              <Field name="status" label={t("fields.status")}>
                <Select
                  defaultValue={task.status}
                  options={taskStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))}
                />
              </Field>
            </div>
            <SubmitButton variant="secondary">{t("setStatus")}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </Panel>
  )
}
