"use client"

import { Check, SlidersHorizontal } from "lucide-react"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { Popup, PopupButton } from "./popup"
import { nextSort, searchHref } from "./search-href"
import type { Column } from "./table-cell"

/** Order, columns and density of the list; in the address, so that a bookmark keeps them. */
export function DisplayMenu({ columns }: { columns: Column[] }) {
  const t = useTranslations("ui.list")
  const params = useSearchParams()
  const query = params.toString()
  const sort = params.get("sort")
  const hidden = params.getAll("hide")
  const compact = params.get("density") === "compact"
  const item = (key: string, label: string, on: boolean, href: string) => (
    <Link
      key={key}
      className="menu-item"
      href={href}
      aria-current={on ? "true" : undefined}
      prefetch={false}
      replace
      scroll={false}
    >
      {label}
      {on && <Check aria-hidden className="ms-auto" />}
    </Link>
  )
  const toggled = (key: string) => (hidden.includes(key) ? hidden.filter((each) => each !== key) : [...hidden, key])
  const sortable = columns.filter((column) => column.sort)

  return (
    <span className="inline-flex">
      <PopupButton target="list-display" className="btn btn-secondary">
        <SlidersHorizontal aria-hidden />
        {t("display")}
      </PopupButton>
      <Popup id="list-display" label={t("display")} align="end">
        {sortable.length > 0 && <p className="menu-label">{t("sort")}</p>}
        {sortable.map(({ sort: field, label }) =>
          item(
            `sort ${field}`,
            sortLabel(label, field!),
            sort === field || sort === `-${field}`,
            searchHref(query, { sort: nextSort(sort, field!) }),
          ),
        )}
        <p className="menu-label">{t("columns")}</p>
        {columns
          .slice(1)
          .map(({ key, label }) =>
            item(
              `column ${key}`,
              label,
              !hidden.includes(key),
              searchHref(query, { hide: toggled(key) }, { keepPage: true }),
            ),
          )}
        <hr className="menu-line" />
        {item(
          "density",
          t("compact"),
          compact,
          searchHref(query, { density: compact ? null : "compact" }, { keepPage: true }),
        )}
      </Popup>
    </span>
  )

  function sortLabel(label: string, field: string) {
    if (sort === field) return t("ascending", { label })
    return sort === `-${field}` ? t("descending", { label }) : label
  }
}
