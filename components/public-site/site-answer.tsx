import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"

/** A page that says one thing. */
export function SiteAnswer({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <div className="site-wrap site-answer">
      <Icon aria-hidden />
      <h1>{title}</h1>
      {children}
    </div>
  )
}
