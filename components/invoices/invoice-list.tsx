import { Plus } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { z } from "zod"
import { LinkButton } from "@/components/ui/button"
import { DataTable } from "@/components/ui/data-table"
import { ListToolbar } from "@/components/ui/list-toolbar"
import { Pagination } from "@/components/ui/pagination"
import { EmptyState, NoMatch } from "@/components/ui/state"
import { packRows, type Row } from "@/components/ui/table-rows"
import { Tabs } from "@/components/ui/tabs"
import type { Invoice, summaryOut } from "@/lib/domains/invoices/schema"
import { InvoiceFigures } from "./invoice-figures"
import { invoiceVocabulary, shownStatus } from "./vocabulary"

type InvoiceListProps = {
  found: { items: Invoice[]; count: number; next: string | null; previous: string | null }
  summary: z.output<typeof summaryOut>
  asked: { status?: string; q?: string; clientId?: string; projectId?: string }
  mayCreate: boolean
}

const states = ["draft", "open", "overdue", "paid", "void"] as const

export async function InvoiceList({ found, summary, asked, mayCreate }: InvoiceListProps) {
  const [t, vocabulary] = await Promise.all([getTranslations("invoices"), invoiceVocabulary()])
  if (summary.counts.all === 0)
    return (
      <EmptyState
        title={t("empty")}
        body={t("emptyBody")}
        action={
          mayCreate && (
            <LinkButton variant="primary" href="/invoices/new" icon={Plus}>
              {t("new.title")}
            </LinkButton>
          )
        }
      />
    )
  const rows: Row[] = found.items.map((invoice) => [
    invoice.id,
    `/invoices/${invoice.id}`,
    [invoice.number ?? t("draftTitle"), invoice.clientName],
    invoice.projectName,
    invoice.issuedOn,
    invoice.dueOn && [invoice.dueOn, invoice.overdue || invoice.status === "draft" ? null : "done"],
    shownStatus(invoice),
    [invoice.total, invoice.currency],
    [invoice.amountDue, invoice.currency],
  ])
  const kept = new URLSearchParams()
  for (const name of ["clientId", "projectId"] as const) if (asked[name]) kept.set(name, asked[name])
  const href = (status?: string) => {
    const query = new URLSearchParams(kept)
    if (status) query.set("status", status)
    return query.size > 0 ? `/invoices?${query}` : "/invoices"
  }
  return (
    <>
      <InvoiceFigures summary={summary} />
      <Tabs
        label={t("tabs.states")}
        tabs={[
          { href: href(), label: t("tabs.all"), count: summary.counts.all, current: !asked.status },
          ...states.map((status) => ({
            href: href(status),
            label: t(`tabs.${status}`),
            count: summary.counts[status],
            current: asked.status === status,
          })),
        ]}
      />
      <div className="pt-3">
        <ListToolbar search={t("search")} />
      </div>
      {found.items.length === 0 ? (
        <NoMatch clearHref="/invoices" />
      ) : (
        <DataTable
          caption={t("caption")}
          columns={[
            { key: "number", label: t("columns.number"), sort: "number" },
            { key: "project", label: t("columns.project"), muted: true, phone: "hide" },
            {
              key: "issuedOn",
              label: t("columns.issuedOn"),
              kind: "day",
              sort: "issuedOn",
              muted: true,
              phone: "hide",
            },
            { key: "dueOn", label: t("columns.dueOn"), kind: "due", sort: "dueOn" },
            { key: "status", label: t("columns.status"), kind: "status", vocabulary },
            { key: "total", label: t("columns.total"), kind: "money", sort: "total", phone: "end" },
            { key: "due", label: t("columns.amountDue"), kind: "money", phone: "hide" },
          ]}
          rows={packRows(rows)}
        />
      )}
      <Pagination next={found.next} previous={found.previous} count={found.count} />
    </>
  )
}
