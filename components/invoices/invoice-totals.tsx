import { useTranslations } from "next-intl"
import { Money } from "@/components/ui/money"

type Totals = {
  currency: string
  subtotal: string
  taxTotal: string
  total: string
  amountPaid: string
  amountDue: string
}

export function InvoiceTotals({ invoice }: { invoice: Totals }) {
  const t = useTranslations("invoices.paper")
  const { currency, subtotal, taxTotal, total, amountPaid, amountDue } = invoice
  const paid = /[1-9]/.test(amountPaid)
  const rows: [label: string, amount: string, strong?: boolean][] = [
    [t("subtotal"), subtotal],
    [t("tax"), taxTotal],
    [t("total"), total, !paid],
    ...(paid
      ? ([
          [t("amountPaid"), `-${amountPaid}`],
          [t("amountDue"), amountDue, true],
        ] as [string, string, boolean?][])
      : []),
  ]
  return (
    <dl className="ms-auto grid w-full max-w-72 gap-1 text-sm">
      {rows.map(([label, amount, strong]) => (
        <div
          key={label}
          className={
            strong
              ? "mt-1 flex items-baseline justify-between gap-4 border-t border-line-control pt-2 text-lg font-semibold"
              : "flex justify-between gap-4"
          }
        >
          <dt className={strong ? undefined : "text-muted"}>{label}</dt>
          <dd>
            <Money amount={amount} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
