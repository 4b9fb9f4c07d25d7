import type { ReactNode } from "react"

type ChaptersProps = { title: string; lead: string; chapters: { id: string; title: string; body: ReactNode[] }[] }

/** A page of statements: what it is about on the side, one chapter after another beside it. */
export function Chapters({ title, lead, chapters }: ChaptersProps) {
  return (
    <div className="site-wrap site-page">
      <header className="site-head">
        <h1>{title}</h1>
        <p className="site-lead">{lead}</p>
      </header>
      {chapters.map(({ id, title, body }) => (
        <section key={id} id={id} className="chapter">
          <h2>{title}</h2>
          <div className="prose">
            {body.map((paragraph, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fixed text, never reordered
              <p key={at}>{paragraph}</p>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
