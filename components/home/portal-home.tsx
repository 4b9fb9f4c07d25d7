import { getTranslations } from "next-intl/server"
import { viewer } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import type { PortalOverview } from "@/lib/domains/home/schema"
import { OurProjects } from "./our-projects"
import { Waiting } from "./waiting"
import { firstName } from "./workspace-home"

/** What a client comes for: first what waits for them, then how the work is going. */
export async function PortalHome({ overview, firm }: { overview: PortalOverview; firm: string }) {
  const [t, me] = await Promise.all([getTranslations("home.portal"), viewer()])
  return (
    <Page title={t("title", { name: firstName(me?.name ?? "") })}>
      <Waiting overview={overview} firm={firm} />
      <OurProjects projects={overview.projects} />
    </Page>
  )
}
