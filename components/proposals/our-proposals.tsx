import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { Pagination } from "@/components/ui/pagination"
import { Panel } from "@/components/ui/panel"
import { EmptyState } from "@/components/ui/state"
import { packRows, type Row } from "@/components/ui/table-rows"
import type { ProposalStatus } from "@/lib/domains/proposals/schema"
import { proposalStates } from "./proposal-words"

type Ours = {
  id: string
  number: string
  title: string
  currency: string
  status: ProposalStatus
  total: string
  sentAt: string | null
}
type Props = { page: { items: Ours[]; next: string | null; previous: string | null }; firmName: string }

/** A client's proposals, what waits for an answer first. */
export async function OurProposals({ page, firmName }: Props) {
  const [t, states] = await Promise.all([getTranslations("proposals"), proposalStates()])
  const columns = [
    { key: "title", label: t("field.title") },
    { key: "status", label: t("field.status"), kind: "status" as const, vocabulary: states, phone: "end" as const },
    { key: "total", label: t("field.total"), kind: "money" as const },
    { key: "sent", label: t("field.sent"), kind: "when" as const, muted: true },
  ]
  const rowsOf = (offers: Ours[]): Row[] =>
    offers.map(({ id, number, title, status, total, currency, sentAt }) => [
      id,
      `/proposals/${id}`,
      [title, number],
      status,
      [total, currency],
      sentAt,
    ])
  if (page.items.length === 0)
    return <EmptyState title={t("portal.empty")} body={t("portal.emptyBody", { firm: firmName })} />
  const waiting = page.items.filter(({ status }) => status === "sent")
  const answered = page.items.filter(({ status }) => status !== "sent")
  return (
    <>
      {waiting.length > 0 && (
        <Panel title={t("portal.waiting")} flush>
          <DataTable caption={t("portal.waiting")} columns={columns} rows={packRows(rowsOf(waiting))} />
        </Panel>
      )}
      {answered.length > 0 && (
        <Panel title={t("portal.answered")} flush>
          <DataTable caption={t("portal.answered")} columns={columns} rows={packRows(rowsOf(answered))} />
        </Panel>
      )}
      <Pagination next={page.next} previous={page.previous} />
    </>
  )
}
