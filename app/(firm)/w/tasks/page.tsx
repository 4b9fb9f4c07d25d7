import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { MyTasks } from "@/components/tasks/my-tasks"
import { TaskScopes } from "@/components/tasks/task-scopes"
import { listTasks } from "@/lib/domains/tasks/operations/tasks"
import { load } from "@/lib/kernel/load"
import { paramOf, readParams, type SearchParams } from "@/lib/kernel/search-params"

const open: ("todo" | "in_progress" | "waiting")[] = ["todo", "in_progress", "waiting"]

export default async function TasksPage({ searchParams }: { searchParams: SearchParams }) {
  const [scope, asked, t] = await Promise.all([
    paramOf(searchParams, "scope", ["mine", "all"]),
    readParams(listTasks, searchParams),
    getTranslations("tasks"),
  ])
  const found = await load(listTasks, {
    limit: 50,
    status: open,
    ...asked,
    ...(scope === "mine" && { assigneeId: "me" }),
  })
  const narrowed = Boolean(asked.q || asked.status || asked.priority || asked.overdue !== undefined)
  return (
    <Page title={t(scope === "mine" ? "title" : "allTitle")} count={found.count} tabs={<TaskScopes scope={scope} />}>
      <MyTasks found={found} scope={scope} narrowed={narrowed} />
    </Page>
  )
}
