import Link from "next/link"
import { useLocale, useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { formatCompactMoney, formatHours, formatMoney, formatNumber } from "./format"

export type Series = { label: string; values: (number | null)[]; colour?: 1 | 2 | 3 | 4 | 5 | 6 }

/** Where the rows behind the point of a period are. */
export type ChartData = { periods: string[]; series: Series[]; hrefs?: (string | null)[] }

export type Unit = { currency: string } | "hours" | "number"

export const inkOf = (series: Series, at: number) => `var(--chart-${series.colour ?? (at % 6) + 1})`

/** Full words for titles and tables, short ones for axes. */
export function useUnit(unit: Unit): { write: (value: number) => string; short: (value: number) => string } {
  const locale = useLocale()
  if (unit === "number")
    return { write: (value) => formatNumber(locale, value), short: (value) => formatNumber(locale, value) }
  if (unit === "hours")
    return { write: (value) => formatHours(locale, value), short: (value) => `${formatNumber(locale, value)} h` }
  return {
    write: (value) => formatMoney(locale, value, unit.currency),
    short: (value) => formatCompactMoney(locale, value, unit.currency),
  }
}

type ChartFrameProps = { title: string; note?: string; data: ChartData; unit: Unit; children: ReactNode }

/** Title, plot, and the same figures as a table. */
export function ChartFrame({ title, note, data, unit, children }: ChartFrameProps) {
  const t = useTranslations("ui.chart")
  const { write } = useUnit(unit)
  return (
    <figure className="chart">
      <figcaption>
        {title}
        {note && <span>{note}</span>}
      </figcaption>
      {children}
      <details>
        <summary>{t("showTable")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("period")}</th>
              {data.series.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.periods.map((period, at) => (
              <tr key={period}>
                <th scope="row">
                  {data.hrefs?.[at] ? (
                    <Link href={data.hrefs[at]} prefetch={false} className="link">
                      {period}
                    </Link>
                  ) : (
                    period
                  )}
                </th>
                {data.series.map(({ label, values }) => (
                  <td key={label}>{values[at] == null ? "–" : write(values[at])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

/** A strip over the plot that says a period's values and opens its rows. */
export function Hit({ at, of, title, href }: { at: number; of: number; title: string; href?: string | null }) {
  const place = { insetInlineStart: `${(at / of) * 100}%`, inlineSize: `${100 / of}%` }
  return href ? (
    <Link href={href} prefetch={false} className="plot-hit" style={place} title={title} aria-label={title} />
  ) : (
    <span className="plot-hit" style={place} title={title} />
  )
}

export function titleOf(data: ChartData, at: number, write: (value: number) => string): string {
  const values = data.series.map(({ label, values }) => `${label}: ${values[at] == null ? "–" : write(values[at])}`)
  return `${data.periods[at]}\n${values.join("\n")}`
}

/** At most eight labels stay on a wide screen, about four of them on a phone. */
export function periodLabels(periods: string[], centre: boolean) {
  const every = Math.ceil(periods.length / 8)
  return periods
    .map((label, at) => ({
      label,
      at: centre ? (at + 0.5) / periods.length : periods.length > 1 ? at / (periods.length - 1) : 0.5,
      index: at,
    }))
    .filter(({ index }) => index % every === 0)
    .map(({ label, at, index }) => ({ label, at, minor: (index / every) % 2 === 1 }))
}
