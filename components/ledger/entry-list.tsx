import { getTranslations } from "next-intl/server"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import type { Account, LedgerEntry } from "@/lib/domains/ledger/schema"
import { EntryRows } from "./entry-rows"

type EntryListProps = {
  found: { items: LedgerEntry[]; count: number; next: string | null; previous: string | null }
  accounts: Account[]
  narrowed: boolean
}

export async function EntryList({ found, accounts, narrowed }: EntryListProps) {
  const t = await getTranslations("ledger")
  if (found.count === 0 && !narrowed) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  return (
    <>
      <ListToolbar
        search={t("search")}
        filters={[
          {
            name: "account",
            label: t("columns.account"),
            options: accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          },
        ]}
      />
      {found.items.length === 0 ? <NoMatch clearHref="/ledger" /> : <EntryRows entries={found.items} sortable />}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
