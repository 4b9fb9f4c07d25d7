import { useTranslations } from "next-intl"
import { Money } from "@/components/ui/money"
import { Day } from "@/components/ui/when"
import type { InvoiceDetail, OurInvoiceDetail } from "@/lib/domains/invoices/schema"
import { InvoiceLines } from "./invoice-lines"
import { InvoiceTotals } from "./invoice-totals"

/** The invoice as the client will read it, on screen and printed: the same words and figures as the PDF. */
export function InvoicePaper({ invoice }: { invoice: InvoiceDetail | OurInvoiceDetail }) {
  const t = useTranslations("invoices.paper")
  const { seller, buyer, number, issuedOn, dueOn, amountDue, currency, notes } = invoice
  return (
    <article
      className="grid gap-8 rounded-xl border border-line bg-surface p-5 shadow-sm sm:p-10 print:border-0 print:p-0"
      aria-label={t("title")}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <Party {...seller} strong />
        <div className="sm:text-end">
          <p className="text-2xl font-semibold">{t("title")}</p>
          <p className="text-muted">{number ?? t("noNumber")}</p>
        </div>
      </header>
      <div className="grid gap-6 sm:grid-cols-2">
        <div>
          <p className="text-xs text-muted">{t("billTo")}</p>
          <Party {...buyer} />
        </div>
        <dl className="grid content-start gap-1 text-sm">
          {issuedOn && <Fact label={t("issuedOn")} value={<Day on={issuedOn} />} />}
          {dueOn && <Fact label={t("dueOn")} value={<Day on={dueOn} />} />}
          <Fact label={t("amountDue")} value={<Money amount={amountDue} currency={currency} />} strong />
        </dl>
      </div>
      <InvoiceLines lines={invoice.lines} currency={currency} />
      <InvoiceTotals invoice={invoice} />
      {notes && <p className="whitespace-pre-line text-sm">{notes}</p>}
    </article>
  )
}

type PartyProps = { name: string; address: string; taxId: string; strong?: boolean }

function Party({ name, address, taxId, strong }: PartyProps) {
  const t = useTranslations("invoices.paper")
  return (
    <div className="text-sm">
      <p className={strong ? "text-md font-semibold" : "font-semibold"}>{name}</p>
      {address && <p className="whitespace-pre-line text-muted">{address}</p>}
      {taxId && <p className="text-muted">{t("taxId", { id: taxId })}</p>}
    </div>
  )
}

function Fact({ label, value, strong }: { label: string; value: React.ReactNode; strong?: boolean }) {
  return (
    <div className="flex justify-between gap-4 border-b border-line py-1 last:border-0">
      <dt className="text-muted">{label}</dt>
      <dd className={strong ? "font-semibold" : undefined}>{value}</dd>
    </div>
  )
}
