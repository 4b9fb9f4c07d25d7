import { classNames } from "./class-names"

type ProgressProps = { value: number; max?: number; label: string; tone?: "accent" | "warning" | "danger" }

export function Progress({ value, max = 100, label, tone = "accent" }: ProgressProps) {
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <span
      className={classNames("progress", tone !== "accent" && `progress-${tone}`)}
      role="progressbar"
      tabIndex={-1}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
    >
      <span style={{ inlineSize: `${share}%` }} />
    </span>
  )
}
