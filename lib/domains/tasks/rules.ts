import type { taskStatuses } from "./schema"

type Status = (typeof taskStatuses)[number]

/** When a task counts as finished: kept while it stays done, forgotten when it is taken up again. */
export function completedAt(before: { status: Status; completedAt: string | null }, status: Status, now: string) {
  if (status !== "done") return null
  return before.status === "done" ? before.completedAt : now
}

export const isOverdue = ({ dueOn, status }: { dueOn: string | null; status: Status }, today: string) =>
  status !== "done" && dueOn !== null && dueOn < today

type Seen = { id: string; clientId: string; clientVisible: boolean }

/** The subject of an event on a task: it names the client only if they can see the task, now or until now. */
export const seenByClient = (task: Seen, before: Seen = task) => ({
  id: task.id,
  clientId: task.clientVisible || before.clientVisible ? task.clientId : null,
})

/** The beginning of a text, for where not all of it fits. */
export function excerpt(text: string, length = 600): string {
  const short = text.slice(0, length)
  return short.length < text.length ? `${short.replace(/\s+\S*$/, "")}…` : short
}

export const dayInWords = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))
