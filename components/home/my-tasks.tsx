import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Badge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { Day } from "@/components/ui/when"
import type { WorkspaceOverview } from "@/lib/domains/home/schema"

type MyTasksProps = { tasks: NonNullable<WorkspaceOverview["myTasks"]>; today: string }

/** What I am to do, the most urgent first. */
export async function MyTasks({ tasks, today }: MyTasksProps) {
  const t = await getTranslations("home.tasks")
  if (tasks.open === 0)
    return (
      <Panel title={t("title")}>
        <EmptyState title={t("none")} body={t("noneBody")} />
      </Panel>
    )
  return (
    <Panel
      title={t("title")}
      actions={
        <LinkButton size="sm" variant="ghost" href="/tasks">
          {t("all")}
        </LinkButton>
      }
      flush
    >
      <ul className="divide-y divide-line">
        {tasks.next.map(({ id, title, dueOn, project }) => (
          <li key={id}>
            <Link
              href={`/tasks/${id}`}
              prefetch={false}
              className="flex items-center justify-between gap-4 px-4 py-2.5 text-sm hover:bg-sunken"
            >
              <span className="grid min-w-0">
                <span className="truncate font-medium">{title}</span>
                <span className="truncate text-xs text-muted">{project}</span>
              </span>
              <span className="shrink-0 text-end text-muted">
                {!dueOn && t("noDate")}
                {dueOn && dueOn < today && <Badge tone="danger">{t("overdue")}</Badge>}
                {dueOn === today && <Badge tone="warning">{t("today")}</Badge>}
                {dueOn && dueOn > today && <Day on={dueOn} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className="border-t border-line px-4 py-2 text-xs text-muted">
        {t("summary", { open: tasks.open, overdue: tasks.overdue })}
      </p>
    </Panel>
  )
}
