import { getFormatter, getTranslations } from "next-intl/server"
import { viewer } from "@/components/navigation/permitted"
import { KeptSamples } from "@/components/samples/kept-samples"
import { SampleBanner } from "@/components/samples/sample-banner"
import { SampleOffer } from "@/components/samples/sample-offer"
import { Page } from "@/components/shell/page"
import { EmptyState } from "@/components/ui/state"
import type { WorkspaceOverview } from "@/lib/domains/home/schema"
import { Activity } from "./activity"
import { Collected } from "./collected"
import { Figures } from "./figures"
import { FirstSteps } from "./first-steps"
import { MyTasks } from "./my-tasks"

const beside = "grid items-start gap-5 min-[80rem]:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"

/** How the firm stands, as far as one may see it; each figure opens the rows behind it. */
export async function WorkspaceHome({ overview, removed }: { overview: WorkspaceOverview; removed?: boolean }) {
  const [t, me, format] = await Promise.all([getTranslations("home"), viewer(), getFormatter()])
  const { firstSteps, samples, myTasks, collected, activity } = overview
  const lately = activity && (!firstSteps || activity.length > 0)
  const anything = Object.entries(overview).some(
    ([name, part]) => !["today", "currency"].includes(name) && part !== null,
  )
  const day = format.dateTime(new Date(`${overview.today}T12:00:00Z`), { dateStyle: "full", timeZone: "UTC" })
  return (
    <Page title={t("title", { name: firstName(me?.name ?? "") })} subtitle={t("subtitle", { day })}>
      {!anything && <EmptyState title={t("empty.title")} body={t("empty.body")} />}
      {samples && samples.count > 0 && <SampleBanner samples={samples} />}
      {samples && removed && samples.kept.length > 0 && <KeptSamples kept={samples.kept} />}
      {firstSteps && <FirstSteps done={firstSteps} />}
      {firstSteps && samples?.offered && <SampleOffer />}
      {anything && <Figures overview={overview} />}
      <div className={lately ? beside : "grid gap-5"}>
        <div className="grid gap-5">
          {collected && <Collected collected={collected} today={overview.today} currency={overview.currency} />}
          {myTasks && <MyTasks tasks={myTasks} today={overview.today} />}
        </div>
        {lately && <Activity activity={activity} />}
      </div>
    </Page>
  )
}

export const firstName = (name: string) => name.split(/\s+/)[0] ?? name
