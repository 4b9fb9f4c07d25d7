import { getTranslations } from "next-intl/server"
import { agreementTabs } from "@/components/contracts/agreement-tabs"
import { viewer } from "@/components/navigation/permitted"
import { OurProposals } from "@/components/proposals/our-proposals"
import { Page } from "@/components/shell/page"
import { listOurProposals } from "@/lib/domains/proposals/portal"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function OurProposalsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listOurProposals, searchParams)
  const [page, person, t] = await Promise.all([
    load(listOurProposals, { limit: 50, ...asked }),
    viewer(),
    getTranslations("proposals.portal"),
  ])
  return (
    <Page title={t("title")} tabs={await agreementTabs("proposals")}>
      <OurProposals page={page} firmName={person?.firm?.name ?? ""} />
    </Page>
  )
}
