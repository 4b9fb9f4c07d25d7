"use client"

import { Search } from "lucide-react"
import Link from "next/link"
import { useRouter, useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef, useTransition } from "react"
import { DisplayMenu } from "./display-menu"
import { type Filter, FilterChip } from "./filter-chip"
import { searchHref } from "./search-href"
import type { Column } from "./table-cell"

type ListToolbarProps = {
  /** Placeholder and name of the search field: “Search invoices”. Without it there is no search. */
  search?: string
  filters?: Filter[]
  /** The table's columns: offers order, choice of columns and density. */
  columns?: Column[]
  /** What else acts on the list: export, columns. */
  children?: ReactNode
}

/** Search and filters of a list; all of it is in the address, and works as a form and links without a script. */
export function ListToolbar({ search, filters = [], columns, children }: ListToolbarProps) {
  const t = useTranslations("ui.list")
  const params = useSearchParams()
  const active = filters.filter((filter) => params.has(filter.name))
  return (
    <search className="toolbar">
      {search && <SearchField label={search} />}
      {filters.map((filter) => (
        <FilterChip key={filter.name} filter={filter} />
      ))}
      {active.length + (params.has("q") ? 1 : 0) > 1 && (
        <Link
          className="btn btn-ghost btn-sm"
          prefetch={false}
          href={searchHref(params.toString(), {
            q: null,
            ...Object.fromEntries(active.map(({ name }) => [name, null])),
          })}
        >
          {t("allFilters")}
        </Link>
      )}
      {(children || columns) && (
        <div className="ms-auto flex flex-wrap gap-2">
          {columns && <DisplayMenu columns={columns} />}
          {children}
        </div>
      )}
    </search>
  )
}

function SearchField({ label }: { label: string }) {
  const router = useRouter()
  const params = useSearchParams()
  const [pending, start] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const others = [...params].filter(([name]) => !["q", "cursor", "after", "before", "done"].includes(name))
  const find = (q: string) => start(() => router.replace(searchHref(location.search, { q }), { scroll: false }))

  const q = params.get("q") ?? ""
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => () => clearTimeout(timer.current), [])

  // “Clear all” and the back button change the query from outside; what is being typed is left alone.
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = q
  }, [q])

  return (
    <form
      className="search"
      onSubmit={(event) => {
        event.preventDefault()
        clearTimeout(timer.current)
        find(String(new FormData(event.currentTarget).get("q") ?? "").trim())
      }}
    >
      {pending ? <span className="spinner" aria-hidden /> : <Search aria-hidden />}
      <input
        type="search"
        name="q"
        className="input"
        aria-label={label}
        placeholder={label}
        ref={field}
        defaultValue={q}
        autoComplete="off"
        onChange={({ target }) => {
          clearTimeout(timer.current)
          timer.current = setTimeout(() => find(target.value.trim()), 250)
        }}
      />
      {others.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
    </form>
  )
}
