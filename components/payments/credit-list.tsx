import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { CreditEntry } from "@/lib/domains/credit/schema"

type CreditListProps = {
  found: { items: CreditEntry[]; count: number; next: string | null; previous: string | null }
  narrowed: boolean
  mayGrant: boolean
}

export async function CreditList({ found, narrowed, mayGrant }: CreditListProps) {
  const t = await getTranslations("credit")
  if (found.count === 0 && !narrowed)
    return (
      <EmptyState
        title={t("empty")}
        body={t("emptyBody")}
        action={mayGrant && <LinkButton href="/payments/credit/new">{t("grant")}</LinkButton>}
      />
    )
  const rows = found.items.map(({ id, clientId, clientName, reason, createdAt, amount, currency }) => [
    id,
    `/clients/${clientId}`,
    clientName,
    reason,
    createdAt,
    [amount, currency],
  ])
  return (
    <>
      <ListToolbar search={t("search")} />
      {rows.length === 0 ? (
        <NoMatch clearHref="/payments/credit" />
      ) : (
        <DataTable
          caption={t("caption")}
          columns={[
            { key: "client", label: t("columns.client") },
            { key: "reason", label: t("columns.reason"), muted: true },
            { key: "at", label: t("columns.at"), kind: "when", sort: "createdAt", muted: true },
            { key: "amount", label: t("columns.amount"), kind: "money", phone: "end" },
          ]}
          rows={packRows(rows)}
        />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
