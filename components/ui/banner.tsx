import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"

const icons = { info: Info, positive: CircleCheck, warning: TriangleAlert, danger: CircleAlert }

type BannerProps = { tone?: keyof typeof icons; title: ReactNode; children?: ReactNode; action?: ReactNode }

/** A notice within the page that stays until its reason is gone. */
export function Banner({ tone = "info", title, children, action }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div className={`banner banner-${tone}`}>
      <Icon aria-hidden />
      <div>
        <p className="font-medium">{title}</p>
        {children}
      </div>
      {action}
    </div>
  )
}
