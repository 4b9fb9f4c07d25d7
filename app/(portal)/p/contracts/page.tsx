import { getTranslations } from "next-intl/server"
import { agreementTabs } from "@/components/contracts/agreement-tabs"
import { OurContracts } from "@/components/contracts/our-contracts"
import { Page } from "@/components/shell/page"
import { listOurContracts } from "@/lib/domains/contracts/portal"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function OurContractsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listOurContracts, searchParams)
  const [page, t] = await Promise.all([
    load(listOurContracts, { limit: 50, ...asked }),
    getTranslations("contracts.portal"),
  ])
  return (
    <Page title={t("title")} tabs={await agreementTabs("contracts")}>
      <OurContracts page={page} />
    </Page>
  )
}
