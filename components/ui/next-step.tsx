import type { ReactNode } from "react"

/** What the record is waiting for, and the one action that moves it on. */
export function NextStep({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="next-step">
      <div>
        <strong>{title}</strong>
        {children && <p className="text-sm text-muted">{children}</p>}
      </div>
      {action}
    </div>
  )
}
