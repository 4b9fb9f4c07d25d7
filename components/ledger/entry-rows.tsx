import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { packRows } from "@/components/ui/table-rows"
import type { LedgerEntry } from "@/lib/domains/ledger/schema"

const pageOf: Record<string, string> = {
  "invoice.issued": "/invoices/",
  "invoice.voided": "/invoices/",
  "credit.applied": "/invoices/",
  "payment.received": "/payments/",
  "payment.refunded": "/payments/",
}

/** Entries line by line, each leading to what caused it. */
export async function EntryRows({ entries, sortable }: { entries: LedgerEntry[]; sortable?: boolean }) {
  const t = await getTranslations("ledger")
  const amount = (value: string, currency: string) => (/[1-9]/.test(value) ? [value, currency] : null)
  const kind = (name: string) =>
    t.has(`kinds.${name}` as "kinds.invoice.issued") ? t(`kinds.${name}` as "kinds.invoice.issued") : name
  const rows = entries.map((entry) => [
    entry.id,
    pageOf[entry.kind] ? `${pageOf[entry.kind]}${entry.sourceId}` : null,
    [kind(entry.kind), entry.description],
    entry.postedOn,
    [`${entry.account} ${entry.accountName}`, null],
    amount(entry.debit, entry.currency),
    amount(entry.credit, entry.currency),
  ])
  return (
    <DataTable
      caption={t("entriesCaption")}
      columns={[
        { key: "kind", label: t("columns.what") },
        {
          key: "postedOn",
          label: t("columns.postedOn"),
          kind: "day",
          sort: sortable ? "postedOn" : undefined,
          muted: true,
        },
        { key: "account", label: t("columns.account") },
        { key: "debit", label: t("columns.debit"), kind: "money", phone: "named" },
        { key: "credit", label: t("columns.credit"), kind: "money", phone: "named" },
      ]}
      rows={packRows(rows)}
    />
  )
}
