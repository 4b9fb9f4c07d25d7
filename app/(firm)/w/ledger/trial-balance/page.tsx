import { getTranslations } from "next-intl/server"
import { LedgerTabs } from "@/components/ledger/ledger-tabs"
import { PeriodForm } from "@/components/ledger/period-form"
import { TrialBalance } from "@/components/ledger/reports"
import { Page } from "@/components/shell/page"
import { trialBalance } from "@/lib/domains/ledger/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function TrialBalancePage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(trialBalance, searchParams)
  const [t, report] = await Promise.all([getTranslations("ledger"), load(trialBalance, asked)])
  return (
    <Page title={t("title")} tabs={<LedgerTabs current="trialBalance" />}>
      <PeriodForm fields={[{ name: "asOf", value: report.asOf }]} />
      <TrialBalance report={report} />
    </Page>
  )
}
