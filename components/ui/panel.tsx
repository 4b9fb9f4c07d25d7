import type { ReactNode } from "react"

type PanelProps = { title?: ReactNode; actions?: ReactNode; children: ReactNode; flush?: boolean; id?: string }

/** A bordered part of a page. `flush` lets a table or list reach its edges. */
export function Panel({ title, actions, children, flush, id }: PanelProps) {
  return (
    <section className="panel" id={id}>
      {title && (
        <div className="panel-head">
          <h2>{title}</h2>
          {actions && <div className="flex gap-2">{actions}</div>}
        </div>
      )}
      {flush ? children : <div className="panel-body">{children}</div>}
    </section>
  )
}
