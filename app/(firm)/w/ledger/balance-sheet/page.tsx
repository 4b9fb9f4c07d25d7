import { getTranslations } from "next-intl/server"
import { LedgerTabs } from "@/components/ledger/ledger-tabs"
import { PeriodForm } from "@/components/ledger/period-form"
import { BalanceSheet } from "@/components/ledger/reports"
import { Page } from "@/components/shell/page"
import { balanceSheet } from "@/lib/domains/ledger/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function BalanceSheetPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(balanceSheet, searchParams)
  const [t, report] = await Promise.all([getTranslations("ledger"), load(balanceSheet, asked)])
  return (
    <Page title={t("title")} tabs={<LedgerTabs current="balanceSheet" />}>
      <PeriodForm fields={[{ name: "asOf", value: report.asOf }]} />
      <BalanceSheet report={report} />
    </Page>
  )
}
