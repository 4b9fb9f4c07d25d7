import { type ChartData, ChartFrame, Hit, inkOf, periodLabels, titleOf, type Unit, useUnit } from "./chart"
import { scaleOf, ticks } from "./chart-scale"
import { Plot } from "./plot"

type BarChartProps = { title: string; note?: string; data: ChartData; unit: Unit; stacked?: boolean; height?: string }

/** Bars by period; several series side by side, or stacked when they are parts of a whole. */
export function BarChart({ title, note, data, unit, stacked, height }: BarChartProps) {
  const { write, short } = useUnit(unit)
  const { periods, series } = data
  const sums = periods.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const marks = ticks(stacked ? sums : series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const place = scaleOf(marks)
  const slot = 100 / periods.length
  const bars = stacked ? stackedBars(data, place, slot) : groupedBars(data, place, slot)
  const labelled = (stacked || series.length === 1) && periods.length <= 12

  return (
    <ChartFrame title={title} note={note} data={data} unit={unit}>
      {series.length > 1 && (
        <div className="chart-key" aria-hidden>
          {series.map((each, at) => (
            <span key={each.label}>
              <i style={{ "--mark": inkOf(each, at) } as React.CSSProperties} />
              {each.label}
            </span>
          ))}
        </div>
      )}
      <Plot
        marks={marks}
        place={place}
        write={short}
        below={periodLabels(periods, true)}
        height={height}
        shapes={bars.map(({ key, ...bar }) => <rect key={key} {...bar} />)}
      >
        {periods.map((period, at) => (
          <Hit key={period} at={at} of={periods.length} title={titleOf(data, at, write)} href={data.hrefs?.[at]} />
        ))}
        {labelled &&
          sums.map((sum, at) =>
            sum > 0 ? (
              <span
                key={periods[at]}
                className="plot-total"
                style={{
                  insetInlineStart: `${at * slot}%`,
                  inlineSize: `${slot}%`,
                  insetBlockStart: `${place(sum) * 100}%`,
                }}
              >
                {short(sum)}
              </span>
            ) : null,
          )}
      </Plot>
    </ChartFrame>
  )
}

type Bar = { key: string; x: number; y: number; width: number; height: number; fill: string }

function groupedBars({ periods, series }: ChartData, place: (value: number) => number, slot: number): Bar[] {
  const width = (slot * 0.7) / series.length
  return series.flatMap((each, row) =>
    periods.map((period, at) => {
      const value = each.values[at] ?? 0
      const top = Math.min(place(value), place(0)) * 100
      const height = Math.abs(place(value) - place(0)) * 100
      return {
        key: `${each.label}${period}`,
        x: at * slot + slot * 0.15 + row * width,
        y: top,
        width: width * 0.92,
        height,
        fill: inkOf(each, row),
      }
    }),
  )
}

function stackedBars({ periods, series }: ChartData, place: (value: number) => number, slot: number): Bar[] {
  return periods.flatMap((period, at) => {
    let below = 0
    return series.map((each, row) => {
      const value = each.values[at] ?? 0
      const top = place(below + value) * 100
      const height = (place(below) - place(below + value)) * 100
      below += value
      return {
        key: `${each.label}${period}`,
        x: at * slot + slot * 0.2,
        y: top,
        width: slot * 0.6,
        height,
        fill: inkOf(each, row),
      }
    })
  })
}
