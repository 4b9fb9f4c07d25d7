import { type ChartData, ChartFrame, Hit, inkOf, periodLabels, titleOf, type Unit, useUnit } from "./chart"
import { linePath, scaleOf, spread, ticks } from "./chart-scale"
import { Plot } from "./plot"

type LineChartProps = { title: string; note?: string; data: ChartData; unit: Unit; area?: boolean; height?: string }

/** Each line is named at its end. */
export function LineChart({ title, note, data, unit, area, height }: LineChartProps) {
  const { write, short } = useUnit(unit)
  const { periods, series } = data
  const marks = ticks(series.flatMap(({ values }) => values.filter((value) => value !== null)))
  const place = scaleOf(marks)
  const x = (at: number) => (periods.length > 1 ? at / (periods.length - 1) : 0.5)
  const points = series.map(({ values }) =>
    values.map((value, at): [number, number] | null => (value === null ? null : [x(at), place(value)])),
  )
  const ends = points.map((line) => line.findLast((point) => point !== null)?.[1] ?? 1)
  const labels = spread(ends, 0.1)
  const margin = `${Math.max(...series.map(({ label }) => label.length)) * 0.4 + 1}rem`

  return (
    <ChartFrame title={title} note={note} data={data} unit={unit}>
      <Plot
        marks={marks}
        place={place}
        write={short}
        below={periodLabels(periods, false)}
        height={height}
        margin={series.length > 1 ? margin : undefined}
        shapes={points.map((line, at) => (
          <g key={series[at]!.label} fill="none" stroke={inkOf(series[at]!, at)} strokeWidth="2" strokeLinejoin="round">
            {area && line.every(Boolean) && (
              <path
                d={`${linePath(line)}L100 ${place(0) * 100}L0 ${place(0) * 100}Z`}
                fill={inkOf(series[at]!, at)}
                stroke="none"
                opacity="0.12"
              />
            )}
            <path d={linePath(line)} vectorEffect="non-scaling-stroke" />
          </g>
        ))}
      >
        {series.length > 1 &&
          series.map((each, at) => (
            <span
              key={each.label}
              className="plot-label"
              style={{ insetInlineStart: "100%", insetBlockStart: `${labels[at]! * 100}%`, color: inkOf(each, at) }}
            >
              {each.label}
            </span>
          ))}
        {periods.map((period, at) => (
          <Hit key={period} at={at} of={periods.length} title={titleOf(data, at, write)} href={data.hrefs?.[at]} />
        ))}
      </Plot>
    </ChartFrame>
  )
}
