import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { packRows } from "@/components/ui/table-rows"
import type { PaymentDetail } from "@/lib/domains/payments/schema"
import { refundVocabulary } from "./vocabulary"

export async function RefundRows({ refunds }: { refunds: PaymentDetail["refunds"] }) {
  const [t, vocabulary] = await Promise.all([getTranslations("payments"), refundVocabulary()])
  const rows = refunds.map(({ id, createdAt, reason, status, amount, currency }) => [
    id,
    null,
    createdAt.slice(0, 10),
    reason,
    status,
    [amount, currency],
  ])
  return (
    <DataTable
      caption={t("refunds")}
      columns={[
        { key: "on", label: t("columns.on"), kind: "day" },
        { key: "reason", label: t("fields.reason"), muted: true },
        { key: "status", label: t("columns.status"), kind: "status", vocabulary },
        { key: "amount", label: t("columns.amount"), kind: "money", phone: "end" },
      ]}
      rows={packRows(rows)}
    />
  )
}
