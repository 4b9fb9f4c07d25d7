import { getLocale, getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import { formatDay } from "@/components/ui/format"
import { type Task, taskStatuses } from "@/lib/domains/tasks/schema"
import { TaskLanes } from "./task-lanes"

/** A project's tasks by status, in the order that the team has given them. */
export async function TaskBoard({ tasks, count, mayWrite }: { tasks: Task[]; count: number; mayWrite: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("tasks"), getLocale()])
  const columns = taskStatuses.map((status) => ({
    id: status,
    label: t(`statuses.${status}`),
    cards: tasks
      .filter((task) => task.status === status)
      .map(({ id, title, dueOn, priority, assigneeName, clientVisible }) => ({
        id,
        title,
        href: `/tasks/${id}`,
        meta: [
          ...(priority === "normal" ? [] : [t(`priorities.${priority}`)]),
          ...(dueOn ? [formatDay(locale, dueOn)] : []),
          ...(clientVisible ? [t("clientSees")] : []),
        ],
        person: assigneeName ?? undefined,
      })),
  }))
  return (
    <>
      {count > tasks.length && <Banner title={t("boardMore", { shown: tasks.length, count })} />}
      <TaskLanes columns={columns} label={t("board")} readOnly={!mayWrite} />
    </>
  )
}
