import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { Hours } from "@/components/ui/hours"
import { StatTile, StatTiles } from "@/components/ui/stat-tile"
import type { Client, ClientFigures } from "@/lib/domains/clients/schema"
import { Amounts } from "./amounts"
import { ClientStep } from "./client-step"

type ClientOverviewProps = {
  client: Client
  figures: ClientFigures
  projectCount: number | null
  portalUsers: number
  can: (permission: "clients:write" | "projects:write" | "invoices:write") => boolean
}

export async function ClientOverview({ client, figures, projectCount, portalUsers, can }: ClientOverviewProps) {
  const t = await getTranslations("clients")
  const { openInvoices, overdueInvoices, outstanding, unbilled, unbilledHours, activeProjects } = figures
  return (
    <>
      <ClientStep client={client} figures={figures} projectCount={projectCount} portalUsers={portalUsers} can={can} />
      <StatTiles>
        {outstanding && (
          <StatTile
            label={t("figures.outstanding")}
            value={<Amounts of={outstanding} none={t("figures.nothing")} />}
            note={[
              t("figures.openInvoices", { count: openInvoices ?? 0 }),
              overdueInvoices ? t("figures.overdue", { count: overdueInvoices }) : null,
            ]
              .filter(Boolean)
              .join(" · ")}
            href={`/invoices?clientId=${client.id}`}
          />
        )}
        {unbilled && (
          <StatTile
            label={t("figures.unbilled")}
            value={<Amounts of={unbilled} none={t("figures.nothing")} />}
            note={Number(unbilledHours) > 0 && <Hours value={unbilledHours!} />}
            href={`/time?view=list&clientId=${client.id}&invoiced=false&billable=true`}
          />
        )}
        {activeProjects !== null && (
          <StatTile
            label={t("figures.projects")}
            value={activeProjects}
            href={`/projects?clientId=${client.id}&status=active`}
          />
        )}
      </StatTiles>
      <RecordTimeline subjectId={client.id} />
    </>
  )
}
