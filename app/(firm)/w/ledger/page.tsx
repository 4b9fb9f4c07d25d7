import { getTranslations } from "next-intl/server"
import { EntryList } from "@/components/ledger/entry-list"
import { LedgerTabs } from "@/components/ledger/ledger-tabs"
import { Page } from "@/components/shell/page"
import { listAccounts, listEntries } from "@/lib/domains/ledger/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function LedgerPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listEntries, searchParams)
  const [t, found, accounts] = await Promise.all([
    getTranslations("ledger"),
    load(listEntries, { limit: 50, ...asked }),
    load(listAccounts, { limit: 100 }),
  ])
  const { q, account, sourceId, from, to } = asked
  return (
    <Page title={t("title")} tabs={<LedgerTabs current="entries" />}>
      <EntryList found={found} accounts={accounts.items} narrowed={Boolean(q || account || sourceId || from || to)} />
    </Page>
  )
}
