"use client"

import { ArrowDown, ArrowUp } from "lucide-react"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { nextSort, searchHref } from "./search-href"
import { alignsEnd, type Column } from "./table-cell"

export function SortHeader({ column, sort }: { column: Column; sort: string | null }) {
  const t = useTranslations("ui.list")
  const params = useSearchParams()
  const end = alignsEnd(column) ? "n" : undefined
  const width = column.width ? { inlineSize: column.width } : undefined
  const { sort: field, label } = column
  if (!field)
    return (
      <th scope="col" className={end} style={width}>
        {label}
      </th>
    )

  const direction = sort === field ? "ascending" : sort === `-${field}` ? "descending" : undefined
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp
  return (
    <th scope="col" className={end} style={width} aria-sort={direction}>
      <Link
        className="sort"
        prefetch={false}
        scroll={false}
        replace
        href={searchHref(params.toString(), { sort: nextSort(sort, field) })}
        data-on={direction}
        title={t("sortBy", { label })}
      >
        {label}
        <Arrow aria-hidden />
      </Link>
    </th>
  )
}
