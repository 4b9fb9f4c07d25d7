export type Changes = Record<string, string | string[] | null | undefined>

const pagers = ["cursor", "after", "before", "page", "done"]

/** The current query with some of it changed, as a relative address; a new filter or order starts at the first page. */
export function searchHref(current: URLSearchParams | string, changes: Changes, { keepPage = false } = {}): string {
  const params = new URLSearchParams(current)
  if (!keepPage) for (const name of pagers) params.delete(name)
  for (const [name, value] of Object.entries(changes)) {
    params.delete(name)
    for (const each of Array.isArray(value) ? value : [value]) if (each) params.append(name, each)
  }
  const query = params.toString()
  return query ? `?${query}` : "?"
}

/** What a click on a column's header asks for: ascending, then descending, then the list's own order. */
export function nextSort(current: string | null, field: string): string | null {
  if (current === field) return `-${field}`
  return current === `-${field}` ? null : field
}
