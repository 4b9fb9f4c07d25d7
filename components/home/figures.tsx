import { getLocale, getTranslations } from "next-intl/server"
import { Amounts } from "@/components/clients/amounts"
import { formatHours } from "@/components/ui/format"
import { StatTile, StatTiles } from "@/components/ui/stat-tile"
import type { WorkspaceOverview } from "@/lib/domains/home/schema"

const countOf = (sums: { count: number }[]) => sums.reduce((total, { count }) => total + count, 0)

export async function Figures({ overview }: { overview: WorkspaceOverview }) {
  const [t, locale] = await Promise.all([getTranslations("home.figures"), getLocale()])
  const { newLeads, proposals, activeProjects, unbilled, receivables, unreadMessages } = overview
  const overdue = (receivables ?? []).reduce((total, { overdueCount }) => total + overdueCount, 0)
  return (
    <StatTiles>
      {newLeads !== null && (
        <StatTile
          label={t("newLeads")}
          value={newLeads}
          note={t("newLeadsNote", { count: newLeads })}
          href="/leads?status=new"
        />
      )}
      {proposals && (
        <StatTile
          label={t("proposals")}
          value={<Amounts of={proposals} none={t("none")} />}
          note={t("proposalsNote", { count: countOf(proposals) })}
          href="/proposals?status=sent"
        />
      )}
      {activeProjects !== null && (
        <StatTile label={t("projects")} value={activeProjects} href="/projects?status=active" />
      )}
      {unbilled && (
        <StatTile
          label={t(unbilled.everybody ? "unbilled" : "unbilledOwn")}
          value={<Amounts of={unbilled.amounts} none={t("nothing")} />}
          note={t("unbilledNote", { hours: formatHours(locale, unbilled.hours) })}
          href="/time?view=list&billable=true&invoiced=false"
        />
      )}
      {receivables && (
        <StatTile
          label={t("receivables")}
          value={<Amounts of={receivables} none={t("nothing")} />}
          note={
            <>
              {t("receivablesNote", { count: countOf(receivables) })}
              {overdue > 0 && <span className="text-danger"> · {t("overdue", { count: overdue })}</span>}
            </>
          }
          href={overdue > 0 ? "/invoices?status=overdue" : "/invoices?status=open"}
        />
      )}
      {unreadMessages !== null && <StatTile label={t("messages")} value={unreadMessages} href="/messages" />}
    </StatTiles>
  )
}
