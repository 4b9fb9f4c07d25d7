import { getTranslations } from "next-intl/server"
import { OurHistory } from "@/components/clients/our-history"
import { Page } from "@/components/shell/page"
import { listOurEngagementHistory } from "@/lib/domains/engagements/portal"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"
import { currentSite } from "@/lib/platform/current-site"

export default async function HistoryPage({ searchParams }: { searchParams: SearchParams }) {
  const [found, { firm }, t] = await Promise.all([
    load(listOurEngagementHistory, await readParams(listOurEngagementHistory, searchParams)),
    currentSite("portal"),
    getTranslations("engagements.portal"),
  ])
  return (
    <Page title={t("title")} subtitle={t("subtitle", { firm: firm!.name })}>
      <OurHistory found={found} />
    </Page>
  )
}
