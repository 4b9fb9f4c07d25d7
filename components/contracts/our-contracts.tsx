import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState } from "@/components/ui/state"
import { packRows, type Row } from "@/components/ui/table-rows"
import type { OurContract } from "@/lib/domains/contracts/schema"
import { contractStates } from "./contract-words"

type Ours = { items: OurContract[]; next: string | null; previous: string | null }

export async function OurContracts({ page }: { page: Ours }) {
  const [t, states] = await Promise.all([getTranslations("contracts"), contractStates()])
  if (page.items.length === 0) return <EmptyState title={t("portal.empty")} body={t("portal.emptyBody")} />
  const rows: Row[] = page.items.map((contract) => [
    contract.id,
    `/contracts/${contract.id}`,
    [contract.title, contract.number],
    contract.status,
    [contract.total, contract.currency],
    contract.signedAt ?? contract.createdAt,
  ])
  return (
    <>
      <DataTable
        caption={t("portal.title")}
        columns={[
          { key: "title", label: t("field.title") },
          { key: "status", label: t("field.status"), kind: "status", vocabulary: states, phone: "end" },
          { key: "total", label: t("field.total"), kind: "money" },
          { key: "at", label: t("field.created"), kind: "when", muted: true },
        ]}
        rows={packRows(rows)}
      />
      <Pagination next={page.next} previous={page.previous} />
    </>
  )
}
