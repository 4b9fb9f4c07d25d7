import { getLocale, getTranslations } from "next-intl/server"
import { formatMoney } from "@/components/ui/format"
import { Money } from "@/components/ui/money"
import { Progress } from "@/components/ui/progress"
import { StatTile } from "@/components/ui/stat-tile"
import { Decimal } from "@/lib/platform/money"

type BudgetTileProps = { budget: string; used: string; currency: string }

/** How much of a project's budget its recorded time has used. */
export async function BudgetTile({ budget, used, currency }: BudgetTileProps) {
  const [t, locale] = await Promise.all([getTranslations("projects.figures"), getLocale()])
  const left = new Decimal(budget).minus(used)
  const amount = formatMoney(locale, left.abs().toFixed(), currency)
  const share = left.isNegative() ? "danger" : left.lessThan(new Decimal(budget).times("0.1")) ? "warning" : "accent"
  return (
    <StatTile
      label={t("budget")}
      value={<Money amount={budget} currency={currency} short />}
      note={
        <span className="grid gap-1.5">
          <span>{t(left.isNegative() ? "over" : "left", { amount })}</span>
          <Progress label={t("budget")} value={Number(used)} max={Number(budget) || 1} tone={share} />
        </span>
      }
    />
  )
}
