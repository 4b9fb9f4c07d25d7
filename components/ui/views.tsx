"use client"

import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"

/** Saved views of a list: each is a query (`status=overdue&sort=-due`; "" is the whole list). */
export function Views({ views }: { views: { label: string; query: string }[] }) {
  const t = useTranslations("ui.list")
  const now = normal(useSearchParams().toString())
  return (
    <nav className="views" aria-label={t("views")}>
      {views.map(({ label, query }) => (
        <Link key={query} href={`?${query}`} prefetch={false} aria-current={normal(query) === now ? "page" : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  )
}

function normal(query: string): string {
  const params = new URLSearchParams(query)
  for (const name of ["cursor", "after", "before", "done"]) params.delete(name)
  params.sort()
  return params.toString()
}
