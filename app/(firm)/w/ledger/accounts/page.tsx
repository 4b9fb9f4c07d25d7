import { getTranslations } from "next-intl/server"
import { AccountTable } from "@/components/ledger/account-table"
import { LedgerTabs } from "@/components/ledger/ledger-tabs"
import { permitted } from "@/components/navigation/permitted"
import { Page } from "@/components/shell/page"
import { LinkButton } from "@/components/ui/button"
import { listAccounts } from "@/lib/domains/ledger/operations"
import { load } from "@/lib/kernel/load"
import { readParams, type SearchParams } from "@/lib/kernel/search-params"

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await readParams(listAccounts, searchParams)
  const [t, can, found] = await Promise.all([
    getTranslations("ledger"),
    permitted(),
    load(listAccounts, { ...asked, limit: 100 }),
  ])
  return (
    <Page
      title={t("title")}
      tabs={<LedgerTabs current="accounts" />}
      actions={can("ledger:write") && <LinkButton href="/ledger/accounts/new">{t("addAccount")}</LinkButton>}
    >
      <AccountTable accounts={found.items} />
    </Page>
  )
}
