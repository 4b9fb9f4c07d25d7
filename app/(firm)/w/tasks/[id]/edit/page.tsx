import { getTranslations } from "next-intl/server"
import { requirePermission } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { TaskForm } from "@/components/tasks/task-form"
import { listAssignable } from "@/lib/domains/projects/operations"
import { readTask } from "@/lib/domains/tasks/operations/tasks"
import { load } from "@/lib/kernel/load"

export default async function EditTaskPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePermission("tasks:write")
  const { id } = await params
  const [task, people, t] = await Promise.all([
    load(readTask, { id }),
    load(listAssignable, {}),
    getTranslations("tasks"),
  ])
  const way = [
    { label: task.projectName, href: `/projects/${task.projectId}?tab=tasks` },
    { label: task.title, href: `/tasks/${id}` },
  ]
  return (
    <Page title={t("editTitle")} breadcrumbs={way} width="narrow">
      <TaskForm task={task} people={people.items} />
    </Page>
  )
}
