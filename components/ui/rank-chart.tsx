import Link from "next/link"
import { type Unit, useUnit } from "./chart"

type RankChartProps = {
  title: string
  note?: string
  rows: { label: string; value: number; href?: string }[]
  unit: Unit
}

/** Largest first, each with its figure: clients by revenue, sources by leads. It is its own table. */
export function RankChart({ title, note, rows, unit }: RankChartProps) {
  const { write } = useUnit(unit)
  const most = Math.max(...rows.map(({ value }) => value), 0)
  return (
    <figure className="chart">
      <figcaption>
        {title}
        {note && <span>{note}</span>}
      </figcaption>
      <ol className="rank">
        {rows.map(({ label, value, href }) => (
          <li key={label}>
            {href ? (
              <Link href={href} prefetch={false} className="truncate">
                {label}
              </Link>
            ) : (
              <span className="truncate">{label}</span>
            )}
            <span>{write(value)}</span>
            <span className="progress" aria-hidden>
              <span style={{ inlineSize: `${most ? (Math.max(0, value) / most) * 100 : 0}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </figure>
  )
}
