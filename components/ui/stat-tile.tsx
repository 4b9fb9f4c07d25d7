import Link from "next/link"
import type { ReactNode } from "react"

export function StatTiles({ children }: { children: ReactNode }) {
  return <div className="tiles">{children}</div>
}

type StatTileProps = { label: string; value: ReactNode; note?: ReactNode; href?: string; chart?: ReactNode }

/** One figure, what it is, and with `href` the rows behind it. */
export function StatTile({ label, value, note, href, chart }: StatTileProps) {
  return (
    <div className="tile">
      <span className="tile-label">
        {href ? (
          <Link href={href} prefetch={false}>
            {label}
          </Link>
        ) : (
          label
        )}
      </span>
      <span className="flex items-end justify-between gap-3">
        <span className="tile-value">{value}</span>
        {chart}
      </span>
      {note && <span className="tile-note">{note}</span>}
    </div>
  )
}
