import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { packRows } from "@/components/ui/table-rows"
import type { Payment } from "@/lib/domains/payments/schema"
import { paymentVocabulary } from "./vocabulary"

/** Payments as rows; with `named`, whose they are and what for. */
export async function PaymentRows({ payments, named }: { payments: Payment[]; named?: boolean }) {
  const [t, vocabulary] = await Promise.all([getTranslations("payments"), paymentVocabulary()])
  const rows = payments.map((payment) => [
    payment.id,
    `/payments/${payment.id}`,
    ...(named ? [[payment.clientName, payment.invoiceNumber]] : []),
    payment.receivedOn,
    t(`method.${payment.method}`),
    ...(named ? [] : [payment.note]),
    payment.status,
    [payment.amount, payment.currency],
  ])
  return (
    <DataTable
      caption={t("caption")}
      columns={[
        ...(named ? [{ key: "client", label: t("columns.client") }] : []),
        {
          key: "receivedOn",
          label: t("columns.receivedOn"),
          kind: "day" as const,
          sort: named ? "receivedOn" : undefined,
          muted: named,
        },
        { key: "method", label: t("columns.method"), muted: true },
        ...(named ? [] : [{ key: "note", label: t("columns.note"), muted: true, phone: "hide" as const }]),
        { key: "status", label: t("columns.status"), kind: "status" as const, vocabulary },
        {
          key: "amount",
          label: t("columns.amount"),
          kind: "money" as const,
          sort: named ? "amount" : undefined,
          phone: "end" as const,
        },
      ]}
      rows={packRows(rows)}
    />
  )
}
