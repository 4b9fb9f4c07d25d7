import { getTranslations } from "next-intl/server"
import { viewer } from "@/components/navigation/permitted"
import { LinkButton } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { createOurCommentAction, markOurCommentsReadAction } from "@/lib/domains/tasks/actions"
import type { OurComment } from "@/lib/domains/tasks/schema"
import { CommentForm } from "./comment-form"
import { CommentThread } from "./comment-thread"
import { MarkRead } from "./mark-read"

type OurCommentsProps = { taskId: string; firm: string; comments: OurComment[]; earlier: string | null }

/** The client's side of what is said on a task; `comments` come newest first, as they are paged. */
export async function OurComments({ taskId, firm, comments, earlier }: OurCommentsProps) {
  const [t, all, person] = await Promise.all([
    getTranslations("tasks.portal"),
    getTranslations("tasks.comments"),
    viewer(),
  ])
  const [newest] = comments.filter((comment) => comment.authorKind === "staff" && !comment.readByClientAt)
  const shown = comments.toReversed().map((comment) => ({
    ...comment,
    badge: comment.authorKind === "staff" && <span className="text-muted">{firm}</span>,
    note: comment.authorKind === "client" && comment.readByFirmAt ? all("readByFirm") : undefined,
  }))
  const mayWrite = person?.permissions.includes("portal:write")
  return (
    <Panel
      title={t("comments")}
      id="comments"
      actions={
        newest && (
          <MarkRead action={markOurCommentsReadAction} id={newest.id} newest={newest.id} label={all("markRead")} />
        )
      }
    >
      <div className="grid gap-5">
        {earlier && (
          <LinkButton variant="ghost" href={`/tasks/${taskId}?cursor=${earlier}#comments`}>
            {all("earlier")}
          </LinkButton>
        )}
        {shown.length > 0 ? (
          <CommentThread comments={shown} label={t("comments")} />
        ) : (
          <p className="text-muted">{t("empty")}</p>
        )}
        {mayWrite ? (
          <CommentForm
            action={createOurCommentAction}
            field="taskId"
            taskId={taskId}
            label={all("body")}
            placeholder={t("placeholder", { firm })}
            send={t("send")}
            primary
          />
        ) : (
          <p className="text-sm text-muted">{t("readOnly")}</p>
        )}
      </div>
    </Panel>
  )
}
