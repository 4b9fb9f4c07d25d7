import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import type { Column } from "@/components/ui/table-cell"
import { packRows, type Row } from "@/components/ui/table-rows"
import type { Contract } from "@/lib/domains/contracts/schema"
import { contractStates } from "./contract-words"

type Contracts = { items: Contract[]; count: number; next: string | null; previous: string | null }

export async function ContractList({ page, filtered }: { page: Contracts; filtered: boolean }) {
  const [t, states] = await Promise.all([getTranslations("contracts"), contractStates()])
  if (page.count === 0 && !filtered)
    return (
      <EmptyState
        title={t("empty.title")}
        body={t("empty.body")}
        action={<LinkButton href="/proposals">{t("empty.action")}</LinkButton>}
      />
    )
  const columns: Column[] = [
    { key: "title", label: t("field.title"), sort: "title" },
    { key: "client", label: t("field.client") },
    { key: "status", label: t("field.status"), kind: "status", vocabulary: states, phone: "end" },
    { key: "total", label: t("field.total"), kind: "money", sort: "total" },
    { key: "signed", label: t("field.signed"), kind: "when", muted: true },
    { key: "created", label: t("field.created"), kind: "when", sort: "createdAt", muted: true, phone: "hide" },
  ]
  const rows: Row[] = page.items.map((contract) => [
    contract.id,
    `/contracts/${contract.id}`,
    [contract.title, contract.number],
    contract.clientName,
    contract.status,
    [contract.total, contract.currency],
    contract.signedAt,
    contract.createdAt,
  ])
  const options = Object.entries(states).map(([value, { label }]) => ({ value, label }))
  return (
    <>
      <ListToolbar search={t("search")} filters={[{ name: "status", label: t("field.status"), options }]} />
      {page.count === 0 ? (
        <NoMatch clearHref="/contracts" />
      ) : (
        <DataTable caption={t("caption")} columns={columns} rows={packRows(rows)} />
      )}
      <Pagination next={page.next} previous={page.previous} count={page.count} />
    </>
  )
}
