import type { ReactNode } from "react"

/** Label and value pairs; a value of null, undefined, false or "" is left out. `stacked` puts the label above. */
export function Facts({ facts, stacked }: { facts: [label: string, value: ReactNode][]; stacked?: boolean }) {
  const shown = facts.filter(([, value]) => value !== null && value !== undefined && value !== false && value !== "")
  if (stacked)
    return (
      <dl className="facts facts-stacked">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    )
  return (
    <dl className="facts">
      {shown.map(([label, value]) => (
        <FactRow key={label} label={label} value={value} />
      ))}
    </dl>
  )
}

function FactRow({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
