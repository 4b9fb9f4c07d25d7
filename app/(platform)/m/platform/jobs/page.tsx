import { getTranslations } from "next-intl/server"
import { Page } from "@/components/shell/page"
import { DataTable } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import { readPlatformJobs } from "@/lib/domains/platform/operations"
import { load } from "@/lib/kernel/load"

export async function generateMetadata() {
  return { title: (await getTranslations("platform.jobs"))("title") }
}

export default async function JobsPage() {
  const [{ tasks }, t] = await Promise.all([load(readPlatformJobs, {}), getTranslations("platform.jobs")])
  const rows = tasks.map(({ task, waiting, running, dead, oldest }) => [
    task,
    null,
    task,
    waiting,
    running,
    dead,
    oldest,
  ])
  const number = (key: "waiting" | "running" | "dead") => ({ key, label: t(`columns.${key}`), kind: "number" as const })
  return (
    <Page title={t("title")} subtitle={t("subtitle")}>
      {rows.length === 0 ? (
        <EmptyState title={t("none")} body={t("noneBody")} />
      ) : (
        <DataTable
          caption={t("title")}
          columns={[
            { key: "task", label: t("columns.task"), kind: "code" },
            ...(["waiting", "running", "dead"] as const).map(number),
            { key: "oldest", label: t("columns.oldest"), kind: "when" },
          ]}
          rows={packRows(rows)}
        />
      )}
    </Page>
  )
}
