import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { packRows } from "@/components/ui/table-rows"
import type { Project } from "@/lib/domains/projects/schema"
import { projectVocabulary } from "./vocabulary"

/** The dense table of projects; a client's own list leaves its name out. */
export async function ProjectRows({ projects, ofClient }: { projects: Project[]; ofClient?: boolean }) {
  const [t, vocabulary] = await Promise.all([getTranslations("projects"), projectVocabulary()])
  const over = (status: string) => status === "completed" || status === "cancelled"
  const rows = projects.map(({ id, name, clientName, status, billing, managerName, dueOn, budget, currency }) => [
    id,
    `/projects/${id}`,
    ofClient ? name : [name, clientName],
    status,
    t(`billings.${billing}`),
    managerName,
    [dueOn, over(status) ? "done" : null],
    budget && [budget, currency],
  ])
  return (
    <DataTable
      caption={t("caption")}
      columns={[
        { key: "name", label: t("columns.name"), sort: ofClient ? undefined : "name" },
        { key: "status", label: t("columns.status"), kind: "status", vocabulary, phone: "end" },
        { key: "billing", label: t("columns.billing"), muted: true, phone: "hide" },
        { key: "manager", label: t("columns.manager"), kind: "person", phone: "hide" },
        { key: "due", label: t("columns.due"), kind: "due", sort: ofClient ? undefined : "dueOn" },
        { key: "budget", label: t("columns.budget"), kind: "money", phone: "hide" },
      ]}
      rows={packRows(rows)}
    />
  )
}
