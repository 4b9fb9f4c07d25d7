import { dayIn } from "@/components/ui/format"
import type { OurMessage } from "@/lib/domains/messages/schema"

export type Turn = { id: string; author: string; side: OurMessage["authorKind"]; messages: OurMessage[] }
export type ChatDay = { day: string; turns: Turn[] }

const pause = 10 * 60_000

/** Messages by the day they were written on, and in it by who wrote several in a row. */
export function byDay(messages: OurMessage[], timeZone: string): ChatDay[] {
  const days: ChatDay[] = []
  for (const message of messages) {
    const on = dayIn(new Date(message.createdAt), timeZone)
    if (days.at(-1)?.day !== on) days.push({ day: on, turns: [] })
    const { turns } = days.at(-1)!
    const last = turns.at(-1)
    const same = last?.side === message.authorKind && last.author === message.authorName
    if (last && same && Date.parse(message.createdAt) - Date.parse(last.messages.at(-1)!.createdAt) < pause)
      last.messages.push(message)
    else turns.push({ id: message.id, author: message.authorName, side: message.authorKind, messages: [message] })
  }
  return days
}
