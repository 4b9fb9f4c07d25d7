import { linePath } from "./chart-scale"

/** A trend beside its figure; `label` says it in words. */
export function Sparkline({ values, label }: { values: number[]; label: string }) {
  const low = Math.min(...values)
  const span = Math.max(...values) - low || 1
  const points = values.map((value, at): [number, number] => [
    at / Math.max(1, values.length - 1),
    1 - (value - low) / span,
  ])
  return (
    <svg className="sparkline flip-rtl" viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={label}>
      <title>{label}</title>
      <path
        d={linePath(points)}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}
