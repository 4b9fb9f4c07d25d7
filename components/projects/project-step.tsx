import { getLocale, getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { formatMoney } from "@/components/ui/format"
import { NextStep } from "@/components/ui/next-step"
import { SubmitButton } from "@/components/ui/submit-button"
import { moveProjectAction } from "@/lib/domains/projects/actions"
import type { Project, ProjectFigures, ProjectStatus } from "@/lib/domains/projects/schema"
import type { Permission } from "@/lib/kernel/permissions"

type ProjectStepProps = {
  project: Project
  figures: ProjectFigures | null
  tasks: { open: number; all: number }
  can: (permission: Permission) => boolean
}

type Step = { title: string; body: string; label: string } & ({ href: string } | { status: ProjectStatus })

/** What the project is waiting for: one step, the most pressing. */
export async function ProjectStep(props: ProjectStepProps) {
  const step = await stepOf(props)
  if (!step) return null
  const action =
    "href" in step ? (
      <LinkButton variant="primary" href={step.href}>
        {step.label}
      </LinkButton>
    ) : (
      <ActionForm action={moveProjectAction} guard={false} className="contents">
        <input type="hidden" name="id" value={props.project.id} />
        <input type="hidden" name="status" value={step.status} />
        <SubmitButton>{step.label}</SubmitButton>
      </ActionForm>
    )
  return (
    <NextStep title={step.title} action={action}>
      {step.body}
    </NextStep>
  )
}

async function stepOf({ project, figures, tasks, can }: ProjectStepProps): Promise<Step | null> {
  const [t, locale] = await Promise.all([getTranslations("projects.next"), getLocale()])
  const { id, status, currency, clientId } = project
  if (figures && Number(figures.unbilledAmount) > 0 && can("invoices:write")) {
    const hours = Number(figures.unbilledHours)
    const amount = formatMoney(locale, figures.unbilledAmount, currency)
    const href = `/invoices/new?clientId=${clientId}&projectId=${id}`
    return { title: t("bill", { hours }), body: t("billBody", { amount }), label: t("billAction", { hours }), href }
  }
  if (can("projects:write") && status === "planned")
    return { title: t("start"), body: t("startBody"), label: t("startAction"), status: "active" }
  if (can("projects:write") && status === "on_hold")
    return { title: t("resume"), body: t("resumeBody"), label: t("resumeAction"), status: "active" }
  if (status !== "active") return null
  if (tasks.all === 0 && can("tasks:write"))
    return { title: t("task"), body: t("taskBody"), label: t("taskAction"), href: `/projects/${id}?tab=tasks` }
  if (tasks.all > 0 && tasks.open === 0 && can("projects:write"))
    return { title: t("finish"), body: t("finishBody"), label: t("finishAction"), status: "completed" }
  return null
}
