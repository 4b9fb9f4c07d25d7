import { getTranslations } from "next-intl/server"
import { EntryRows } from "@/components/ledger/entry-rows"
import { Panel } from "@/components/ui/panel"
import { listEntries } from "@/lib/domains/ledger/operations"
import { listPayments } from "@/lib/domains/payments/operations"
import { loadIfAllowed } from "@/lib/kernel/load"

/** What the books say of the invoice: its own postings, and those of its payments. */
export async function InvoicePostings({ invoiceId }: { invoiceId: string }) {
  const [t, own, paid] = await Promise.all([
    getTranslations("invoices"),
    loadIfAllowed(listEntries, { sourceId: invoiceId, limit: 100 }),
    loadIfAllowed(listPayments, { invoiceId, limit: 100 }),
  ])
  const others = await Promise.all(
    (paid?.items ?? []).map(({ id }) => loadIfAllowed(listEntries, { sourceId: id, limit: 100 })),
  )
  const entries = [own, ...others].flatMap((found) => found?.items ?? [])
  return (
    <Panel title={t("tabs.postings")} flush={entries.length > 0}>
      {entries.length > 0 ? <EntryRows entries={entries} /> : <p className="text-muted">{t("noPostings")}</p>}
    </Panel>
  )
}
