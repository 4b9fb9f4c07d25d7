import { getTranslations } from "next-intl/server"
import { viewer } from "@/components/navigation/permitted"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { listTimeEntries } from "@/lib/domains/time/operations/entries"
import { timeStatuses } from "@/lib/domains/time/schema"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"
import { TimeRows } from "./time-rows"

/** All entries that who is looking may see, or a project's. */
export async function TimeList({ searchParams, projectId }: { searchParams: SearchParams; projectId?: string }) {
  const asked = await readParams(listTimeEntries, searchParams)
  const [found, person, t] = await Promise.all([
    load(listTimeEntries, { limit: 50, ...asked, ...(projectId && { projectId }) }),
    viewer(),
    getTranslations("time"),
  ])
  const { limit: _, cursor: __, sort: ___, ...filters } = asked
  if (found.count === 0 && Object.keys(filters).length === 0)
    return <EmptyState title={t("empty")} body={t("emptyBody")} />
  const approves = Boolean(person?.approvesTime)
  const yesNo = [
    { value: "true", label: t("filters.yes") },
    { value: "false", label: t("filters.no") },
  ]
  const statuses = timeStatuses.map((value) => ({ value, label: t(`statuses.${value}`) }))
  return (
    <>
      <ListToolbar
        search={t("search")}
        filters={[
          ...(approves ? [{ name: "status", label: t("filters.status"), options: statuses, multiple: true }] : []),
          { name: "billable", label: t("filters.billable"), options: yesNo },
          { name: "invoiced", label: t("filters.invoiced"), options: yesNo },
        ]}
      />
      {found.count === 0 ? (
        <NoMatch clearHref={projectId ? `/projects/${projectId}?tab=time` : "/time?view=list"} />
      ) : (
        <TimeRows entries={found.items} approves={approves} />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
