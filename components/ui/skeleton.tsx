import { useTranslations } from "next-intl"

/** Placeholders of the final size, so that nothing jumps when the content arrives. */
export function TableSkeleton({ rows = 10, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <Loading>
      <div className="table-wrap">
        {times(rows).map((row) => (
          <div key={row} className="flex h-11 items-center gap-6 border-b border-line px-3 last:border-0">
            {times(columns).map((column) => (
              <span key={column} className={column ? "skeleton w-20 min-w-0 max-sm:hidden" : "skeleton flex-1"} />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  )
}

export function PageSkeleton() {
  return (
    <Loading>
      <div className="page">
        <span className="skeleton mb-6 h-7 w-56" />
        <TableSkeleton />
      </div>
    </Loading>
  )
}

export function DetailSkeleton() {
  return (
    <Loading>
      <div className="page">
        <span className="skeleton mb-6 h-7 w-72 max-w-full" />
        <div className="detail">
          <span className="skeleton h-96 rounded-xl" />
          <span className="skeleton h-64 rounded-xl" />
        </div>
      </div>
    </Loading>
  )
}

function Loading({ children }: { children: React.ReactNode }) {
  const t = useTranslations("ui.state")
  return (
    <div aria-busy="true">
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  )
}

const times = (count: number) => Array.from({ length: count }, (_, at) => at)
