import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import { When } from "@/components/ui/when"

export type ThreadComment = {
  id: string
  authorName: string
  body: string
  createdAt: string
  /** Beside the name: which side it comes from, when that isn't the reader's own. */
  badge?: ReactNode
  /** Below the text: whether the other side has read it. */
  note?: string
}

/** What was said, oldest first, with what has been read. */
export function CommentThread({ comments, label }: { comments: ThreadComment[]; label: string }) {
  return (
    <ol className="grid gap-5" aria-label={label}>
      {comments.map(({ id, authorName, body, createdAt, badge, note }) => (
        <li key={id} id={`comment-${id}`} className="flex gap-3">
          <Avatar name={authorName} />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2 text-sm">
              <span className="font-medium">{authorName}</span>
              {badge}
              <span className="text-muted">
                <When at={createdAt} />
              </span>
            </p>
            <p className="mt-1 whitespace-pre-line break-words">{body}</p>
            {note && <p className="mt-1 text-xs text-muted">{note}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
