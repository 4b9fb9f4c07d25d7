import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { Task } from "@/lib/domains/tasks/schema"
import { priorityVocabulary, taskVocabulary } from "./vocabulary"

type TaskRowsProps = {
  tasks: Task[]
  page: { count: number; next: string | null; previous: string | null }
  /** On a project's own page its name goes without saying. */
  ofProject?: boolean
}

export async function TaskRows({ tasks, page, ofProject }: TaskRowsProps) {
  const [t, vocabulary, priorities] = await Promise.all([
    getTranslations("tasks"),
    taskVocabulary(),
    priorityVocabulary(),
  ])
  if (page.count === 0) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  const rows = tasks.map(
    ({ id, title, projectName, clientName, clientVisible, status, priority, assigneeName, dueOn }) => [
      id,
      `/tasks/${id}`,
      [title, ofProject ? (clientVisible ? t("clientSees") : null) : `${projectName} · ${clientName}`],
      status,
      priority === "normal" ? null : priority,
      assigneeName,
      [dueOn, status === "done" ? "done" : null],
    ],
  )
  return (
    <>
      <DataTable
        caption={t("caption")}
        columns={[
          { key: "title", label: t("columns.title"), sort: "title" },
          { key: "status", label: t("columns.status"), kind: "status", vocabulary, phone: "end" },
          { key: "priority", label: t("columns.priority"), kind: "status", vocabulary: priorities, sort: "priority" },
          { key: "assignee", label: t("columns.assignee"), kind: "person", phone: ofProject ? "line" : "hide" },
          { key: "due", label: t("columns.due"), kind: "due", sort: "dueOn" },
        ]}
        rows={packRows(rows)}
      />
      <Pagination {...page} />
    </>
  )
}
