import { getTranslations } from "next-intl/server"
import type { z } from "zod"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { EmptyState } from "@/components/ui/state"
import { packRows } from "@/components/ui/table-rows"
import type { unbilledOut } from "@/lib/domains/invoices/schema"

export type Unbilled = z.output<typeof unbilledOut>

/** Where unbilled time is, project by project: each leads to its entries. */
export async function UnbilledTable({ unbilled }: { unbilled: Unbilled[] }) {
  const t = await getTranslations("invoices.new")
  if (unbilled.length === 0)
    return (
      <EmptyState
        title={t("none")}
        body={t("noneBody")}
        action={<LinkButton href="/invoices/new/by-hand">{t("byHand")}</LinkButton>}
      />
    )
  const rows = unbilled.map((one) => [
    `${one.projectId}${one.currency}`,
    `/invoices/new?clientId=${one.clientId}&projectId=${one.projectId}`,
    [one.projectName, one.clientName],
    one.from,
    one.to,
    one.hours,
    [one.amount, one.currency],
  ])
  return (
    <>
      <p className="text-muted">{t("choose")}</p>
      <DataTable
        caption={t("unbilled")}
        columns={[
          { key: "project", label: t("columns.project") },
          { key: "from", label: t("columns.from"), kind: "day", muted: true, phone: "hide" },
          { key: "to", label: t("columns.to"), kind: "day", muted: true, phone: "hide" },
          { key: "hours", label: t("columns.hours"), kind: "hours" },
          { key: "amount", label: t("columns.amount"), kind: "money", phone: "end" },
        ]}
        rows={packRows(rows)}
      />
    </>
  )
}
