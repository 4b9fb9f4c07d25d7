import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { type Task, taskPriorities, taskStatuses } from "@/lib/domains/tasks/schema"
import { TaskRows } from "./task-rows"

type MyTasksProps = {
  found: { items: Task[]; count: number; next: string | null; previous: string | null }
  scope: "mine" | "all"
  narrowed: boolean
}

/** One's own open work, the most pressing first, or the firm's. */
export async function MyTasks({ found, scope, narrowed }: MyTasksProps) {
  const t = await getTranslations("tasks")
  const { items, ...page } = found
  if (page.count === 0 && !narrowed && scope === "mine")
    return (
      <EmptyState
        title={t("emptyMine")}
        body={t("emptyMineBody")}
        action={<LinkButton href="/tasks?scope=all">{t("scopes.all")}</LinkButton>}
      />
    )
  return (
    <>
      <ListToolbar
        search={t("search")}
        filters={[
          {
            name: "status",
            label: t("filters.status"),
            multiple: true,
            options: taskStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
          },
          {
            name: "priority",
            label: t("filters.priority"),
            options: taskPriorities.map((value) => ({ value, label: t(`priorities.${value}`) })),
          },
          { name: "overdue", label: t("filters.overdue"), options: [{ value: "true", label: t("filters.yes") }] },
        ]}
      />
      {page.count === 0 && narrowed ? (
        <NoMatch clearHref={scope === "all" ? "/tasks?scope=all" : "/tasks"} />
      ) : (
        <TaskRows tasks={items} page={page} />
      )}
    </>
  )
}
