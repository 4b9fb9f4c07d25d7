import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import type { Column } from "@/components/ui/table-cell"
import { packRows, type Row } from "@/components/ui/table-rows"
import type { Proposal } from "@/lib/domains/proposals/schema"
import { proposalStates } from "./proposal-words"

type Proposals = { items: Proposal[]; count: number; next: string | null; previous: string | null }

export async function ProposalList({
  page,
  filtered,
  mayWrite,
}: {
  page: Proposals
  filtered: boolean
  mayWrite: boolean
}) {
  const [t, states] = await Promise.all([getTranslations("proposals"), proposalStates()])
  if (page.count === 0 && !filtered)
    return (
      <EmptyState
        title={t("empty.title")}
        body={t("empty.body")}
        action={
          mayWrite && (
            <LinkButton href="/proposals/new" variant="primary" icon={Plus}>
              {t("empty.action")}
            </LinkButton>
          )
        }
      />
    )
  const columns: Column[] = [
    { key: "title", label: t("field.title"), sort: "title" },
    { key: "company", label: t("field.company") },
    { key: "status", label: t("field.status"), kind: "status", vocabulary: states, phone: "end" },
    { key: "total", label: t("field.total"), kind: "money", sort: "total" },
    { key: "validUntil", label: t("field.validUntil"), kind: "day", phone: "hide" },
    { key: "created", label: t("field.created"), kind: "when", sort: "createdAt", muted: true },
  ]
  const rows: Row[] = page.items.map((proposal) => [
    proposal.id,
    `/proposals/${proposal.id}`,
    [proposal.title, proposal.number],
    [proposal.companyName, proposal.recipientName],
    proposal.status,
    [proposal.total, proposal.currency],
    proposal.validUntil,
    proposal.createdAt,
  ])
  const options = Object.entries(states).map(([value, { label }]) => ({ value, label }))
  return (
    <>
      <ListToolbar search={t("search")} filters={[{ name: "status", label: t("field.status"), options }]} />
      {page.count === 0 ? (
        <NoMatch clearHref="/proposals" />
      ) : (
        <DataTable caption={t("caption")} columns={columns} rows={packRows(rows)} />
      )}
      <Pagination next={page.next} previous={page.previous} count={page.count} />
    </>
  )
}
