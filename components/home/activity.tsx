import { getTranslations } from "next-intl/server"
import { EventLink } from "@/components/audit/event-link"
import { eventWriter } from "@/components/audit/event-text"
import { LinkButton } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { Timeline } from "@/components/ui/timeline"
import type { WorkspaceOverview } from "@/lib/domains/home/schema"

export async function Activity({ activity }: { activity: NonNullable<WorkspaceOverview["activity"]> }) {
  const [t, stranger, write] = await Promise.all([
    getTranslations("home.activity"),
    getTranslations("audit"),
    eventWriter(),
  ])
  return (
    <Panel
      title={t("title")}
      actions={
        <LinkButton size="sm" variant="ghost" href="/audit">
          {t("all")}
        </LinkButton>
      }
    >
      {activity.length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <Timeline
          entries={activity.map(({ id, at, name, subjectId, actorName, clientId, clientName }) => ({
            id,
            at,
            actor: actorName || stranger("stranger"),
            text: (
              <>
                <EventLink event={{ name, subjectId }}>{write({ name, fields: [] })}</EventLink>
                {clientId && clientName && ` · ${clientName}`}
              </>
            ),
          }))}
        />
      )}
    </Panel>
  )
}
