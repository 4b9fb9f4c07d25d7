import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { SubmitButton } from "@/components/ui/submit-button"
import { createTimeEntryAction } from "@/lib/domains/time/actions"
import type { Choice } from "@/lib/kernel/choices"
import { TimeFields, timeLabels } from "./time-fields"

type TimeAddProps = { work: Choice[]; projectId?: string; date: string; memberId?: string; chosen?: string }

export async function TimeAdd({ work, projectId, date, memberId, chosen }: TimeAddProps) {
  const t = await getTranslations("time")
  if (work.length === 0) return <EmptyState title={t("noProjects")} body={t("noProjectsBody")} />
  return (
    <Panel title={t("quick.title")}>
      <ActionForm action={createTimeEntryAction} labels={await timeLabels()} className="grid gap-3">
        {memberId && <input type="hidden" name="memberId" value={memberId} />}
        <TimeFields work={work} projectId={projectId} date={date} chosen={chosen}>
          <SubmitButton icon={<Plus aria-hidden />}>{t("quick.add")}</SubmitButton>
        </TimeFields>
      </ActionForm>
    </Panel>
  )
}
