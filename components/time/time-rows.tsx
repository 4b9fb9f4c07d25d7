import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { packRows } from "@/components/ui/table-rows"
import type { TimeEntry } from "@/lib/domains/time/schema"
import { timeVocabulary } from "./vocabulary"

type TimeRowsProps = { entries: TimeEntry[]; approves: boolean; caption?: string; bare?: boolean }

/** The dense table of entries. `bare` has no sorting, for tables that stand for one group. */
export async function TimeRows({ entries, approves, caption, bare }: TimeRowsProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("time"), timeVocabulary()])
  const rows = entries.map((entry) => [
    entry.id,
    `/time/${entry.id}`,
    entry.date,
    [
      entry.taskTitle ?? entry.projectName,
      entry.taskTitle ? `${entry.projectName} · ${entry.clientName}` : entry.clientName,
    ],
    entry.description,
    entry.memberName,
    entry.hours,
    entry.billable ? [entry.billedAmount, entry.currency] : null,
    entry.invoiceId ? "invoiced" : approves ? entry.status : null,
  ])
  return (
    <DataTable
      caption={caption ?? t("caption")}
      columns={[
        { key: "date", label: t("columns.date"), kind: "day", sort: bare ? undefined : "date" },
        { key: "project", label: t("columns.project") },
        { key: "description", label: t("columns.description"), muted: true },
        { key: "person", label: t("columns.person"), kind: "person", phone: "hide" },
        { key: "hours", label: t("columns.hours"), kind: "hours", phone: "end" },
        { key: "amount", label: t("columns.amount"), kind: "money" },
        { key: "status", label: t("columns.status"), kind: "status", vocabulary },
      ]}
      rows={packRows(rows)}
    />
  )
}
