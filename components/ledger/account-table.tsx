import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { Account } from "@/lib/domains/ledger/schema"

export async function AccountTable({ accounts }: { accounts: Account[] }) {
  const t = await getTranslations("ledger")
  if (accounts.length === 0) return <EmptyState title={t("noAccounts")} body={t("noAccountsBody")} />
  return (
    <DataTable
      caption={t("tabs.accounts")}
      columns={[
        { key: "name", label: t("columns.name"), sort: "name" },
        { key: "code", label: t("columns.code"), sort: "code", phone: "end" },
        { key: "type", label: t("columns.type"), muted: true },
      ]}
      rows={packRows(
        accounts.map(({ id, code, name, type }) => [id, `/ledger?account=${code}`, name, code, t(`types.${type}`)]),
      )}
    />
  )
}
