import { getLocale, getTranslations } from "next-intl/server"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { TimeForm } from "@/components/time/time-form"
import { TimeLocked } from "@/components/time/time-locked"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { formatHours } from "@/components/ui/format"
import { deleteTimeEntryAction } from "@/lib/domains/time/actions"
import { listWork, readTimeEntry } from "@/lib/domains/time/operations/entries"
import { isLocked } from "@/lib/domains/time/rules"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function TimeEntryPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: SearchParams
}) {
  const entry = await load(readTimeEntry, { id: (await params).id })
  const { all } = await readParams(listWork, searchParams)
  const [{ results: work }, can, t, locale] = await Promise.all([
    load(listWork, { projectId: entry.projectId, taskId: entry.taskId ?? undefined, all }),
    permitted(),
    getTranslations("time"),
    getLocale(),
  ])
  const locked = isLocked(entry, can("time:all"))
  const more = locked ? undefined : [{ label: t("delete"), dialog: "delete", danger: true }]
  const title = t("deleteTitle", { hours: formatHours(locale, entry.hours) })
  return (
    <Page
      title={locked ? entry.projectName : t("edit")}
      breadcrumbs={[{ label: t("title"), href: `/time?on=${entry.date}` }]}
      more={more}
      width="narrow"
    >
      {locked ? <TimeLocked entry={entry} /> : <TimeForm entry={entry} work={work} />}
      <ConfirmDialog
        id="delete"
        title={title}
        confirm={t("delete")}
        action={deleteTimeEntryAction}
        values={{ id: entry.id }}
      >
        <p>{t("deleteBody", { project: entry.projectName })}</p>
      </ConfirmDialog>
    </Page>
  )
}
