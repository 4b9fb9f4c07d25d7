import { getFormatter, getLocale, getTranslations } from "next-intl/server"
import { BarChart } from "@/components/ui/bar-chart"
import { formatMoney } from "@/components/ui/format"
import { Panel } from "@/components/ui/panel"
import type { WorkspaceOverview } from "@/lib/domains/home/schema"

type CollectedProps = { collected: NonNullable<WorkspaceOverview["collected"]>; today: string; currency: string }

/** What came in, month by month, in the firm's currency; what came in others is told in words. */
export async function Collected({ collected, today, currency }: CollectedProps) {
  const [t, locale, format] = await Promise.all([getTranslations("home.collected"), getLocale(), getFormatter()])
  const months = lastMonths(today, 6)
  const sum = (month: string, of = currency) =>
    collected.find((one) => one.month === month && one.currency === of)?.amount ?? "0"
  const money = (amount: string, of = currency) => formatMoney(locale, amount, of)
  const others = collected.filter((one) => one.currency !== currency && one.month === months.at(-1))
  const compare = t("compare", { now: money(sum(months.at(-1)!)), before: money(sum(months.at(-2)!)) })
  const also =
    others.length > 0 && t("also", { amounts: others.map((one) => money(one.amount, one.currency)).join(", ") })
  return (
    <Panel>
      {collected.length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <BarChart
          title={t("title")}
          note={[compare, also].filter(Boolean).join(". ")}
          unit={{ currency }}
          height="12rem"
          data={{
            periods: months.map((month) =>
              format.dateTime(new Date(`${month}-15T12:00:00Z`), { month: "short", timeZone: "UTC" }),
            ),
            series: [{ label: currency, values: months.map((month) => Number(sum(month))) }],
          }}
        />
      )}
    </Panel>
  )
}

/** The months up to today's, oldest first, as YYYY-MM. */
function lastMonths(today: string, count: number): string[] {
  const [year, month] = today.split("-").map(Number) as [number, number]
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - count + at, 1)).toISOString().slice(0, 7),
  )
}
