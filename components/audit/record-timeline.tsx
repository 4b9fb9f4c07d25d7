import { getTranslations } from "next-intl/server"
import { Panel } from "@/components/ui/panel"
import { Timeline } from "@/components/ui/timeline"
import { readTimeline } from "@/lib/domains/audit/operations"
import { loadIfAllowed } from "@/lib/kernel/load"
import { EventLink } from "./event-link"
import { eventWriter } from "./event-text"

/** What happened to a record, newest first, for those who may know; what happened to others of its own leads to them. */
export async function RecordTimeline({ subjectId }: { subjectId: string }) {
  const [found, write, t] = await Promise.all([
    loadIfAllowed(readTimeline, { subjectId }),
    eventWriter(),
    getTranslations("audit"),
  ])
  if (!found || found.events.length === 0) return null
  return (
    <Panel title={t("history")}>
      <Timeline
        entries={found.events.map((event) => ({
          id: event.id,
          at: event.at,
          actor: event.actorName || t("stranger"),
          text: event.subjectId === subjectId ? write(event) : <EventLink event={event}>{write(event)}</EventLink>,
        }))}
      />
    </Panel>
  )
}
