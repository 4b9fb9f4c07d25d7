import type { ReactNode } from "react"

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-4" id={title.toLowerCase().replace(/\W+/g, "-")}>
      <h2 className="border-b border-line pb-2 text-lg">{title}</h2>
      {children}
    </section>
  )
}

export function Shelf({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>
}
