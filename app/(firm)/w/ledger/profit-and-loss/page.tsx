import { getTranslations } from "next-intl/server"
import { LedgerTabs } from "@/components/ledger/ledger-tabs"
import { PeriodForm } from "@/components/ledger/period-form"
import { ProfitAndLoss } from "@/components/ledger/reports"
import { Page } from "@/components/shell/page"
import { profitAndLoss } from "@/lib/domains/ledger/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function ProfitAndLossPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(profitAndLoss, searchParams)
  const [t, report] = await Promise.all([getTranslations("ledger"), load(profitAndLoss, asked)])
  return (
    <Page title={t("title")} tabs={<LedgerTabs current="profitAndLoss" />}>
      <PeriodForm
        fields={[
          { name: "from", value: report.from },
          { name: "to", value: report.to },
        ]}
      />
      <ProfitAndLoss report={report} />
    </Page>
  )
}
