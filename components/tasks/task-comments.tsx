import { getTranslations } from "next-intl/server"
import { Badge } from "@/components/ui/badge"
import { LinkButton } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { createCommentAction, markCommentsReadAction } from "@/lib/domains/tasks/actions"
import type { Comment, Task } from "@/lib/domains/tasks/schema"
import { CommentForm } from "./comment-form"
import { CommentThread } from "./comment-thread"
import { MarkRead } from "./mark-read"

type TaskCommentsProps = {
  task: Task
  /** Newest first, as they are paged. */
  comments: Comment[]
  earlier: string | null
  mayWrite: boolean
}

/** The firm's side of what is said on a task. */
export async function TaskComments({ task, comments, earlier, mayWrite }: TaskCommentsProps) {
  const t = await getTranslations("tasks.comments")
  const unread = comments.filter((comment) => comment.authorKind === "client" && !comment.readByFirmAt)
  const shown = comments.toReversed().map((comment) => ({
    ...comment,
    badge: comment.authorKind === "client" && (
      <Badge tone="accent">{comment.readByFirmAt ? t("client") : `${t("client")} · ${t("unread")}`}</Badge>
    ),
    note:
      comment.authorKind === "staff" && task.clientVisible
        ? t(comment.readByClientAt ? "readByClient" : "notReadByClient")
        : undefined,
  }))
  return (
    <Panel
      title={t("title")}
      id="comments"
      actions={
        mayWrite &&
        unread.length > 0 && (
          <MarkRead action={markCommentsReadAction} id={task.id} newest={unread[0]!.id} label={t("markRead")} />
        )
      }
    >
      <div className="grid gap-5">
        {earlier && (
          <LinkButton size="sm" variant="ghost" href={`/tasks/${task.id}?cursor=${earlier}#comments`}>
            {t("earlier")}
          </LinkButton>
        )}
        {shown.length > 0 ? (
          <CommentThread comments={shown} label={t("title")} />
        ) : (
          <p className="text-sm text-muted">{t("empty")}</p>
        )}
        {mayWrite && (
          <CommentForm
            action={createCommentAction}
            field="id"
            taskId={task.id}
            label={t("body")}
            placeholder={t(task.clientVisible ? "placeholderVisible" : "placeholder")}
            hint={t(task.clientVisible ? "sharedNote" : "internalNote")}
            send={t("send")}
          />
        )}
      </div>
    </Panel>
  )
}
