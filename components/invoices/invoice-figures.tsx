import { useTranslations } from "next-intl"
import type { z } from "zod"
import { Money } from "@/components/ui/money"
import { StatTile, StatTiles } from "@/components/ui/stat-tile"
import type { summaryOut } from "@/lib/domains/invoices/schema"

type Summary = z.output<typeof summaryOut>

const figures = [
  ["open", "open"],
  ["overdue", "overdue"],
  ["draft", "draft"],
  ["paid", "paid"],
] as const

/** What is owed, overdue, drafted and paid; currencies are never added up. */
export function InvoiceFigures({ summary: { currencies, counts } }: { summary: Summary }) {
  const t = useTranslations("invoices.figures")
  return (
    <StatTiles>
      {figures.map(([figure, status]) => {
        const shown = currencies.filter((one, at) => at === 0 || /[1-9]/.test(one[figure]))
        return (
          <StatTile
            key={figure}
            label={t(figure)}
            href={`/invoices?status=${status}`}
            value={shown.map((one) => (
              <span key={one.currency} className="block">
                <Money amount={one[figure]} currency={one.currency} short />
              </span>
            ))}
            note={t("count", { count: counts[status] ?? 0 })}
          />
        )
      })}
    </StatTiles>
  )
}
