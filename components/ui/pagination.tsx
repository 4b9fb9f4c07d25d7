"use client"

import { ChevronLeft, ChevronRight } from "lucide-react"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { searchHref } from "./search-href"

type PaginationProps = {
  /** A cursor, or an address whose query holds it (as `meta.next` of the API). */
  next?: string | null
  previous?: string | null
  count?: number | null
  param?: string
}

export function Pagination({ next, previous, count, param = "cursor" }: PaginationProps) {
  const t = useTranslations("ui.list")
  const params = useSearchParams().toString()
  const href = (to: string) => searchHref(params, { [param]: cursorOf(to, param), done: null }, { keepPage: true })
  if (!next && !previous && count == null) return null
  return (
    <nav className="pager" aria-label={t("pages")}>
      <span className="num">{count != null && t("showing", { count })}</span>
      <div>
        {previous && (
          <Link className="btn btn-secondary btn-sm" href={href(previous)} prefetch={false} rel="prev">
            <ChevronLeft aria-hidden className="flip-rtl" />
            {t("previous")}
          </Link>
        )}
        {next && (
          <Link className="btn btn-secondary btn-sm" href={href(next)} prefetch={false} rel="next">
            {t("next")}
            <ChevronRight aria-hidden className="flip-rtl" />
          </Link>
        )}
      </div>
    </nav>
  )
}

function cursorOf(value: string, param: string): string {
  const query = value.indexOf("?")
  return query < 0 ? value : (new URLSearchParams(value.slice(query)).get(param) ?? "")
}
