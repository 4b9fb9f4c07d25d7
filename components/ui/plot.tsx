import type { ReactNode } from "react"
import type { Scale } from "./chart-scale"

type PlotProps = {
  marks: number[]
  place: Scale
  /** A mark's words: “€20k”, “40 h”. */
  write: (value: number) => string
  /** What stands under the plot, with its share of the width. */
  below: { label: string; at: number; minor?: boolean }[]
  height?: string
  /** Kept free for direct labels at the end of lines. */
  margin?: string
  children: ReactNode
  shapes: ReactNode
}

/** Axes in HTML around shapes in SVG: the shapes stretch with the width, the words keep their size. */
export function Plot({ marks, place, write, below, height, margin, children, shapes }: PlotProps) {
  const longest = marks.map(write).reduce((a, b) => (b.length > a.length ? b : a), "")
  return (
    <div className="plot" style={height ? ({ "--plot-height": height } as React.CSSProperties) : undefined}>
      <div className="plot-y" aria-hidden>
        {marks.map((mark) => (
          <span key={mark} style={{ insetBlockStart: `${place(mark) * 100}%` }}>
            {write(mark)}
          </span>
        ))}
        <span>{longest}</span>
      </div>
      <div className="plot-area" style={margin ? { marginInlineEnd: margin } : undefined}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true" className="flip-rtl">
          {marks.map((mark) => (
            <line
              key={mark}
              x1="0"
              x2="100"
              y1={place(mark) * 100}
              y2={place(mark) * 100}
              stroke={mark === 0 ? "var(--line-button)" : "var(--line)"}
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {shapes}
        </svg>
        {children}
      </div>
      <div className="plot-x" aria-hidden style={margin ? { marginInlineEnd: margin } : undefined}>
        {below.map(({ label, at, minor }) => (
          <span key={`${label}${at}`} style={{ insetInlineStart: `${at * 100}%` }} data-minor={minor || undefined}>
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}
