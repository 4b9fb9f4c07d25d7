import { getTranslations } from "next-intl/server"
import { ContractList } from "@/components/contracts/contract-list"
import { Page } from "@/components/shell/page"
import { listContracts } from "@/lib/domains/contracts/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function ContractsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listContracts, searchParams)
  const [page, t] = await Promise.all([load(listContracts, { limit: 50, ...asked }), getTranslations("contracts")])
  return (
    <Page title={t("title")} count={page.count}>
      <ContractList page={page} filtered={Object.keys(asked).length > 0} />
    </Page>
  )
}
