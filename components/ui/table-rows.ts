import type { Cell } from "./table-cell"

/** [id, address of the record or null, one cell for each column] */
export type Row = [id: string, href: string | null, ...cells: Cell[]]

type Value = string | number | boolean | null
/** Plain, or one value that all have, or [the different values, which of them each has]. */
type Series = Value[] | [Value[], number[]]
type Given = readonly (Cell | undefined | readonly (Value | undefined)[])[]

/**
 * Rows as the text in which they cross to the browser: column by column, as a column often says the same, and an
 * address without the id that it ends with.
 */
export function packRows(rows: readonly Given[]): string {
  const ids = rows.map(([id]) => id as string)
  const hrefs = rows.map(([id, href]) => splitHref(id as string, (href ?? null) as string | null))
  const width = Math.max(0, ...rows.map((row) => row.length - 2))
  const cells = Array.from({ length: width }, (_, at) => rows.map((row) => pairOf(row[at + 2])))
  const pairs = [hrefs, ...cells].map((column) => [
    series(column.map(([first]) => first)),
    series(column.map(([, second]) => second)),
  ])
  return JSON.stringify([ids, ...pairs])
}

export function unpackRows(text: string): Row[] {
  const [ids, hrefs, ...columns] = JSON.parse(text) as [string[], [Series, Series], ...[Series, Series][]]
  return ids.map((id, row) => {
    const [stem, end] = [valueAt(hrefs[0], row), valueAt(hrefs[1], row)]
    const cells = columns.map(([firsts, seconds]): Cell => {
      const [first, second] = [valueAt(firsts, row), valueAt(seconds, row)]
      return second === null ? first : [first as string, second as string]
    })
    return [id, stem === null ? null : `${stem}${end ?? id}`, ...cells]
  })
}

function splitHref(id: string, href: string | null): [Value, Value] {
  if (href === null) return [null, null]
  const stem = href.slice(0, href.lastIndexOf("/") + 1)
  const end = href.slice(stem.length)
  return [stem, end === id ? null : end]
}

function pairOf(cell: Given[number]): [Value, Value] {
  const [first, second] = (Array.isArray(cell) ? cell : [cell]) as (Value | undefined)[]
  return [first ?? null, second ?? null]
}

function series(values: Value[]): Series {
  const different = [...new Set(values)]
  if (different.length === 1) return different
  const at = new Map(different.map((value, index) => [value, index]))
  const counted: Series = [different, values.map((value) => at.get(value)!)]
  return JSON.stringify(counted).length < JSON.stringify(values).length ? counted : values
}

function valueAt(series: Series, row: number): Value {
  const [first, second] = series
  if (Array.isArray(first)) return first[(second as number[])[row]!]!
  return series.length === 1 ? (first as Value) : (series[row] as Value)
}
