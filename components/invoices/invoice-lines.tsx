import { useLocale, useTranslations } from "next-intl"
import { formatMoney, formatNumber } from "@/components/ui/format"
import type { InvoiceLine } from "@/lib/domains/invoices/schema"

/** The lines as a table; on a phone each line reads as a sentence of its own. */
export function InvoiceLines({ lines, currency }: { lines: InvoiceLine[]; currency: string }) {
  const t = useTranslations("invoices.paper")
  const locale = useLocale()
  const figure = (value: string) => formatNumber(locale, value, 6)
  const money = (value: string) => formatMoney(locale, value, currency)
  const wide = "hidden py-2.5 ps-4 text-end align-top num sm:table-cell"
  const head = "hidden pb-2 ps-4 text-end font-medium sm:table-cell"
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t("lines")}</caption>
      <thead className="border-b border-line-control text-xs text-muted">
        <tr>
          <th scope="col" className="pb-2 text-start font-medium">
            {t("description")}
          </th>
          <th scope="col" className={head}>
            {t("quantity")}
          </th>
          <th scope="col" className={head}>
            {t("unitPrice")}
          </th>
          <th scope="col" className={head}>
            {t("taxRate")}
          </th>
          <th scope="col" className="pb-2 ps-4 text-end font-medium">
            {t("amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} className="border-b border-line">
            <td className="py-2.5">
              <span className="font-medium">{line.description}</span>
              <span className="block text-xs text-muted sm:hidden">
                {t("perUnit", {
                  quantity: figure(line.quantity),
                  price: money(line.unitPrice),
                  tax: figure(line.taxRate),
                })}
              </span>
            </td>
            <td className={wide}>{figure(line.quantity)}</td>
            <td className={wide}>{money(line.unitPrice)}</td>
            <td className={wide}>{t("percent", { rate: figure(line.taxRate) })}</td>
            <td className="py-2.5 ps-4 text-end align-top num">{money(line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
