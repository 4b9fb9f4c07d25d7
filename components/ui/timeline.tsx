import { History, type LucideIcon } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Avatar } from "./avatar"
import { When } from "./when"

export type TimelineEntry = {
  id: string
  at: string | Date
  /** A finished sentence without the name: “sent the proposal”. */
  text: ReactNode
  actor?: string | null
  icon?: LucideIcon
  body?: ReactNode
}

/** Everything that happened, newest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const t = useTranslations("ui.timeline")
  return (
    <ol className="timeline" aria-label={t("label")}>
      {entries.map(({ id, at, text, actor, icon: Icon = History, body }) => (
        <li key={id}>
          {actor ? (
            <Avatar name={actor} />
          ) : (
            <span className="timeline-icon">
              <Icon aria-hidden />
            </span>
          )}
          <div className="min-w-0 pt-0.5">
            <p className="timeline-line">
              <span>
                {actor && <span className="font-medium">{actor} </span>}
                {text}
              </span>{" "}
              <span className="text-muted">
                <When at={at} />
              </span>
            </p>
            {body && <div className="timeline-body">{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
