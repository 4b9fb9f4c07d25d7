import { getLocale, getTranslations } from "next-intl/server"
import { Badge, StatusBadge } from "@/components/ui/badge"
import { formatDay } from "@/components/ui/format"
import { EmptyState } from "@/components/ui/state"
import type { OurTask } from "@/lib/domains/tasks/schema"
import { ourTaskVocabulary } from "./vocabulary"

/** The steps of a project that the client may follow: what is open first, then what is done. */
export async function OurTasks({ tasks }: { tasks: OurTask[] }) {
  const t = await getTranslations("projects.portal")
  if (tasks.length === 0) return <EmptyState title={t("noTasks")} body={t("noTasksBody")} />
  const open = tasks.filter(({ status }) => status !== "done")
  const done = tasks.filter(({ status }) => status === "done")
  return (
    <div className="grid gap-6">
      {open.length > 0 && <TaskGroup title={t("open")} tasks={open} />}
      {done.length > 0 && <TaskGroup title={t("done")} tasks={done} />}
    </div>
  )
}

async function TaskGroup({ title, tasks }: { title: string; tasks: OurTask[] }) {
  const [t, vocabulary, locale] = await Promise.all([
    getTranslations("projects.portal"),
    ourTaskVocabulary(),
    getLocale(),
  ])
  return (
    <section className="grid gap-2">
      <h2 className="text-md font-medium">{title}</h2>
      <ul className="panel divide-y divide-line">
        {tasks.map(({ id, title, status, dueOn, unreadComments }) => (
          <li key={id} className="relative flex flex-wrap items-center gap-x-3 gap-y-1 p-4">
            <div className="min-w-0 flex-1 basis-48">
              <a className="font-medium after:absolute after:inset-0" href={`/tasks/${id}`}>
                {title}
              </a>
              {dueOn && status !== "done" && (
                <p className="text-sm text-muted">{t("due", { day: formatDay(locale, dueOn) })}</p>
              )}
            </div>
            {unreadComments > 0 && <Badge tone="accent">{t("unread", { count: unreadComments })}</Badge>}
            <StatusBadge status={status} vocabulary={vocabulary} />
          </li>
        ))}
      </ul>
    </section>
  )
}
