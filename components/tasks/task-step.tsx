import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { NextStep } from "@/components/ui/next-step"
import { SubmitButton } from "@/components/ui/submit-button"
import { setTaskStatusAction } from "@/lib/domains/tasks/actions"
import type { Task } from "@/lib/domains/tasks/schema"

const steps = {
  todo: { title: "start", label: "startAction", to: "in_progress" },
  in_progress: { title: "finish", label: "finishAction", to: "done" },
  waiting: { title: "resume", label: "resumeAction", to: "in_progress" },
} as const

/** The one step that moves a task on; none once it is done. */
export async function TaskStep({ task: { id, status } }: { task: Task }) {
  if (status === "done") return null
  const t = await getTranslations("tasks.next")
  const { title, label, to } = steps[status]
  return (
    <NextStep
      title={t(title)}
      action={
        <ActionForm action={setTaskStatusAction} guard={false} className="contents" key={status}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="status" value={to} />
          <SubmitButton>{t(label)}</SubmitButton>
        </ActionForm>
      }
    >
      {status === "waiting" ? t("waitingBody") : undefined}
    </NextStep>
  )
}
