import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Page } from "@/components/shell/page"
import { StatusBadge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Panel } from "@/components/ui/panel"
import { deleteTaskAction } from "@/lib/domains/tasks/actions"
import type { Task } from "@/lib/domains/tasks/schema"
import { TaskStep } from "./task-step"
import { taskVocabulary } from "./vocabulary"

type TaskPageProps = { task: Task; mayWrite: boolean; mayLog: boolean; aside: ReactNode; children: ReactNode }

export async function TaskPage({ task, mayWrite, mayLog, aside, children }: TaskPageProps) {
  const [t, projects, vocabulary] = await Promise.all([
    getTranslations("tasks"),
    getTranslations("projects"),
    taskVocabulary(),
  ])
  const { id, title, description, status, projectId, projectName } = task
  return (
    <Page
      title={title}
      status={<StatusBadge status={status} vocabulary={vocabulary} />}
      breadcrumbs={[
        { label: projects("title"), href: "/projects" },
        { label: projectName, href: `/projects/${projectId}` },
        { label: t("allTitle"), href: `/projects/${projectId}?tab=tasks` },
      ]}
      actions={
        <>
          {mayLog && <LinkButton href={`/time?projectId=${projectId}&taskId=${id}`}>{t("logTime")}</LinkButton>}
          {mayWrite && <LinkButton href={`/tasks/${id}/edit`}>{t("edit")}</LinkButton>}
        </>
      }
      more={mayWrite ? [{ label: t("delete"), dialog: "delete", danger: true }] : undefined}
      aside={aside}
    >
      {mayWrite && <TaskStep task={task} />}
      {description && (
        <Panel title={t("fields.description")}>
          <p className="whitespace-pre-line break-words">{description}</p>
        </Panel>
      )}
      {children}
      {mayWrite && (
        <ConfirmDialog
          id="delete"
          title={t("deleteTitle", { title })}
          confirm={t("delete")}
          action={deleteTaskAction}
          values={{ id }}
        >
          <p>{t("deleteBody")}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}
