import { CheckCheck } from "lucide-react"
import Link from "next/link"
import { getFormatter, getTimeZone, getTranslations } from "next-intl/server"
import { Avatar } from "@/components/ui/avatar"
import { Day } from "@/components/ui/when"
import type { OurMessage } from "@/lib/domains/messages/schema"
import { byDay, type Turn } from "./days"

type StreamProps = {
  /** Oldest first. */
  messages: OurMessage[]
  /** Whose eyes: their own messages stand at the end of the line. */
  side: OurMessage["authorKind"]
  label: string
  earlierHref?: string | null
  laterHref?: string | null
}

/** What was said, day after day; it opens at its end and stays there, which is what the reversed column does. */
export async function Stream({ messages, side, label, earlierHref, laterHref }: StreamProps) {
  const [t, timeZone] = await Promise.all([getTranslations("messages"), getTimeZone()])
  const seen = messages.findLast((message) => message.authorKind === side && readAt(message, side))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto" role="log" aria-label={label} tabIndex={0}>
      <div className="grid gap-4 p-4">
        {earlierHref && <StreamLink href={earlierHref}>{t("earlier")}</StreamLink>}
        {byDay(messages, timeZone).map(({ day, turns }) => (
          <section key={day} className="grid gap-4">
            <h2 className="mx-auto rounded-full bg-neutral-soft px-3 py-0.5 text-xs font-medium text-muted">
              <Day on={day} weekday />
            </h2>
            {turns.map((turn) => (
              <TurnOf key={turn.id} turn={turn} own={turn.side === side} seen={seen?.id} />
            ))}
          </section>
        ))}
        {laterHref && <StreamLink href={laterHref}>{t("later")}</StreamLink>}
      </div>
    </div>
  )
}

function StreamLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} prefetch={false} className="link mx-auto text-sm">
      {children}
    </Link>
  )
}

async function TurnOf({ turn: { author, messages }, own, seen }: { turn: Turn; own: boolean; seen?: string }) {
  const [t, format] = await Promise.all([getTranslations("messages"), getFormatter()])
  return (
    <div className={own ? "flex flex-row-reverse gap-2" : "flex gap-2"}>
      {!own && <Avatar name={author} />}
      <div className={own ? "grid min-w-0 justify-items-end gap-1" : "grid min-w-0 justify-items-start gap-1"}>
        <p className="text-xs text-muted">
          {author} ·{" "}
          <time dateTime={messages[0]!.createdAt}>
            {format.dateTime(new Date(messages[0]!.createdAt), { hour: "numeric", minute: "2-digit" })}
          </time>
        </p>
        {messages.map(({ id, body }) => (
          <p
            key={id}
            className={`max-w-[40rem] rounded-xl px-3 py-2 wrap-anywhere whitespace-pre-line ${own ? "bg-accent-soft" : "bg-sunken"}`}
          >
            {body}
          </p>
        ))}
        {messages.some(({ id }) => id === seen) && (
          <p className="flex items-center gap-1 text-xs text-muted">
            <CheckCheck aria-hidden className="size-3.5" />
            {t("seen")}
          </p>
        )}
      </div>
    </div>
  )
}

const readAt = (message: OurMessage, side: OurMessage["authorKind"]) =>
  side === "staff" ? message.readByClientAt : message.readByFirmAt
