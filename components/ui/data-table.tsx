"use client"

import { useRouter, useSearchParams } from "next/navigation"
import { useLocale, useTimeZone, useTranslations } from "next-intl"
import { type MouseEvent, useMemo, useRef, useState } from "react"
import { type BulkAction, BulkBar } from "./bulk-bar"
import { SortHeader } from "./sort-header"
import { alignsEnd, type Cell, type Column, cellContent, type Reading } from "./table-cell"
import { type Row, unpackRows } from "./table-rows"
import { useFreshNow } from "./use-fresh-now"
import { useTableKeys } from "./use-table-keys"

type DataTableProps = {
  columns: Column[]
  /** From the server as `packRows(rows)`: as one text they cross to the browser cheapest. */
  rows: Row[] | string
  /** Names the table for those who don't see the page's title. */
  caption: string
  bulk?: BulkAction[]
  compact?: boolean
  /** For money columns in a footer, in the columns' order; null leaves a cell empty. */
  totals?: (Cell | null)[]
}

/** The dense table: one client component with compact rows (see `design/performance.md`, rules 1 and 6). */
export function DataTable(props: DataTableProps) {
  const { columns, rows, caption, bulk, totals } = props
  const router = useRouter()
  const list = useMemo(() => (typeof rows === "string" ? unpackRows(rows) : rows), [rows])
  const reading: Reading = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now: useFreshNow() }
  const params = useSearchParams()
  const sort = params.get("sort")
  const compact = props.compact || params.get("density") === "compact"
  const hidden = params.getAll("hide")
  // Cells stay where they are in their row; a hidden column only isn't drawn.
  const shown = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column, at }) => !at || !hidden.includes(column.key))
  const t = useTranslations("ui.list")
  const root = useRef<HTMLDivElement>(null)
  const [picked, setPicked] = useState(0)
  useTableKeys(root)

  const count = () => setPicked(root.current?.querySelectorAll(".row-pick:checked").length ?? 0)
  const open = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a.row-link") : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.push(link.getAttribute("href")!)
  }

  const table = (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the real links inside are followed here, one handler for all rows
    <div className="table-wrap" ref={root} onClick={open}>
      <table className={compact ? "table table-compact table-cards" : "table table-cards"}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {bulk && (
              <th className="pick" scope="col">
                <input type="checkbox" aria-label={t("selectAll")} onChange={(event) => pickAll(event.currentTarget)} />
              </th>
            )}
            {shown.map(({ column }) => (
              <SortHeader key={column.key} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody onChange={count}>
          {list.map((row) => tableRow(row, shown, reading, bulk ? t("selectRow", { name: nameOf(row) }) : null))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {bulk && <td className="pick" />}
              {shown.map(({ column, at }) => (
                <td key={column.key} className={cellClass(column, at)}>
                  {cellContent(column, totals[at] ?? null, reading)}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )

  function pickAll(box: HTMLInputElement) {
    for (const each of root.current?.querySelectorAll<HTMLInputElement>(".row-pick") ?? []) each.checked = box.checked
    count()
  }

  if (!bulk) return table
  return (
    <form onReset={() => setPicked(0)}>
      {table}
      <BulkBar actions={bulk} picked={picked} />
    </form>
  )
}

type Shown = { column: Column; at: number }

function tableRow([id, href, ...cells]: Row, shown: Shown[], reading: Reading, pickLabel: string | null) {
  return (
    <tr key={id}>
      {pickLabel && (
        <td className="pick">
          <input className="row-pick" type="checkbox" name="ids" value={id} aria-label={pickLabel} />
        </td>
      )}
      {shown.map(({ column, at }) => {
        const cell = cells[at] ?? null
        return (
          <td key={column.key} className={cellClass(column, at)} data-label={bare(column) ? column.label : undefined}>
            {at === 0 && href ? linked(column, cell, href, reading) : cellContent(column, cell, reading)}
          </td>
        )
      })}
    </tr>
  )
}

/** A figure that says nothing without its heading, which a phone's card does not show. */
const bare = ({ kind, phone }: Column) => phone === "named" || ((kind === "number" || kind === "hours") && !phone)

function linked(column: Column, cell: Cell, href: string, reading: Reading) {
  const [value, extra] = Array.isArray(cell) && (column.kind ?? "text") === "text" ? cell : [cell, null]
  return (
    <>
      <a className="row-link" href={href}>
        {cellContent(column, value, reading)}
      </a>
      {extra && <small>{extra}</small>}
    </>
  )
}

function cellClass(column: Column, at: number): string | undefined {
  const phone = at === 0 ? "c-t" : column.phone === "end" ? "c-e" : column.phone === "hide" ? "c-x" : "c-l"
  return `${phone}${alignsEnd(column) ? " n" : ""}${column.muted ? " m" : ""}`
}

function nameOf([, , first]: Row): string {
  return String(Array.isArray(first) ? first[0] : first)
}
