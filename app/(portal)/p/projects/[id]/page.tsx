import { getTranslations } from "next-intl/server"
import { projectVocabulary } from "@/components/projects/vocabulary"
import { Page } from "@/components/shell/page"
import { OurTasks } from "@/components/tasks/our-tasks"
import { StatusBadge } from "@/components/ui/badge"
import { Progress } from "@/components/ui/progress"
import { readOurProject } from "@/lib/domains/projects/portal"
import { listOurTasks } from "@/lib/domains/tasks/portal"
import { load } from "@/lib/kernel/load"

export default async function OurProjectPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const project = await load(readOurProject, { id })
  const [tasks, t, vocabulary] = await Promise.all([
    load(listOurTasks, { id, limit: 100 }),
    getTranslations("projects.portal"),
    projectVocabulary(),
  ])
  const { name, status, description, taskCount, doneCount } = project
  return (
    <Page
      title={name}
      status={<StatusBadge status={status} vocabulary={vocabulary} />}
      breadcrumbs={[{ label: t("title"), href: "/projects" }]}
      subtitle={taskCount > 0 ? t("progress", { done: doneCount, count: taskCount }) : undefined}
    >
      {taskCount > 0 && <Progress label={name} value={doneCount} max={taskCount} />}
      {description && <p className="whitespace-pre-line">{description}</p>}
      <OurTasks tasks={tasks.items} />
    </Page>
  )
}
