import { getTranslations } from "next-intl/server"
import { AgeingReport } from "@/components/ledger/ageing-report"
import { LedgerTabs } from "@/components/ledger/ledger-tabs"
import { Page } from "@/components/shell/page"
import { receivablesAgeing } from "@/lib/domains/ledger/operations"
import { load } from "@/lib/kernel/load"

export default async function ReceivablesAgeingPage() {
  const [t, report] = await Promise.all([getTranslations("ledger"), load(receivablesAgeing, {})])
  return (
    <Page title={t("title")} tabs={<LedgerTabs current="ageing" />}>
      <AgeingReport report={report} />
    </Page>
  )
}
