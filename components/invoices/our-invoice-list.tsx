import { getTranslations } from "next-intl/server"
import { DataTable } from "@/components/ui/data-table"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { packRows, type Row } from "@/components/ui/table-rows"
import { Tabs } from "@/components/ui/tabs"
import type { OurInvoice } from "@/lib/domains/invoices/schema"
import { ourInvoiceVocabulary, shownStatus } from "./vocabulary"

type OurInvoiceListProps = {
  found: { items: OurInvoice[]; count: number; next: string | null; previous: string | null }
  status: string | undefined
}

/** A client's invoices: what there is to pay comes first. */
export async function OurInvoiceList({ found, status }: OurInvoiceListProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("invoices.ours"), ourInvoiceVocabulary()])
  if (found.count === 0 && !status) return <EmptyState title={t("empty")} body={t("emptyBody")} />
  const rows: Row[] = found.items.map((invoice) => [
    invoice.id,
    `/invoices/${invoice.id}`,
    invoice.number,
    invoice.issuedOn,
    invoice.dueOn && [invoice.dueOn, invoice.overdue ? null : "done"],
    shownStatus(invoice),
    [invoice.total, invoice.currency],
  ])
  return (
    <>
      <Tabs
        label={t("states")}
        tabs={[
          { href: "/invoices", label: t("all"), current: !status },
          { href: "/invoices?status=open", label: t("open"), current: status === "open" },
          { href: "/invoices?status=paid", label: t("paid"), current: status === "paid" },
        ]}
      />
      {rows.length === 0 ? (
        <NoMatch clearHref="/invoices" />
      ) : (
        <DataTable
          caption={t("title")}
          columns={[
            { key: "number", label: t("number") },
            { key: "issuedOn", label: t("issuedOn"), kind: "day", muted: true, phone: "hide" },
            { key: "dueOn", label: t("dueOn"), kind: "due" },
            { key: "status", label: t("status"), kind: "status", vocabulary },
            { key: "total", label: t("total"), kind: "money", phone: "end" },
          ]}
          rows={packRows(rows)}
        />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
