import { Check } from "lucide-react"
import type { ReactNode } from "react"

type SiteFormProps = { title: string; lead: string; points: string[]; note?: ReactNode; children: ReactNode }

/** A form with what speaks for it beside it. */
export function SiteForm({ title, lead, points, note, children }: SiteFormProps) {
  return (
    <div className="site-wrap site-form">
      <div className="site-form-intro">
        <h1>{title}</h1>
        <p className="site-lead">{lead}</p>
        <ul className="site-points">
          {points.map((point) => (
            <li key={point}>
              <Check aria-hidden />
              {point}
            </li>
          ))}
        </ul>
        {note && <p className="site-note">{note}</p>}
      </div>
      <div className="panel">{children}</div>
    </div>
  )
}
