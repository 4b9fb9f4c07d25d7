import { getTranslations } from "next-intl/server"
import { permitted, viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { TimeApproval } from "@/components/time/time-approval"
import { TimeList } from "@/components/time/time-list"
import { TimeViews } from "@/components/time/time-views"
import { Week } from "@/components/time/time-week"
import { listWork, readTimeWeek } from "@/lib/domains/time/operations/entries"
import { paramOf, readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function TimePage({ searchParams }: { searchParams: SearchParams }) {
  const [view, { on, memberId }, { projectId, taskId, all: every }, can, person, t] = await Promise.all([
    paramOf(searchParams, "view", ["week", "list", "approval"]),
    readParams(readTimeWeek, searchParams),
    readParams(listWork, searchParams),
    permitted(),
    viewer(),
    getTranslations("time"),
  ])
  const all = can("time:all")
  const approving = all && Boolean(person?.approvesTime)
  return (
    <Page title={t("title")} tabs={<TimeViews view={view} approving={approving} />}>
      {view === "list" && <TimeList searchParams={searchParams} />}
      {view === "approval" && approving && <TimeApproval />}
      {(view === "week" || (view === "approval" && !approving)) && (
        <Week on={on} memberId={memberId ?? undefined} chosen={{ projectId, taskId, all: every }} all={all} />
      )}
    </Page>
  )
}
