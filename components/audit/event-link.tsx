import Link from "next/link"
import { recordHref } from "./events"

type EventLinkProps = { event: { name: string; subjectId: string }; children: string }

/** What happened, leading to the record it happened to. */
export function EventLink({ event, children }: EventLinkProps) {
  const href = recordHref(event)
  if (!href) return children
  return (
    <Link href={href} prefetch={false} className="link">
      {children}
    </Link>
  )
}
