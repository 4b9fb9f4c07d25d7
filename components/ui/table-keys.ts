export type TableMove = { row: number; act?: "open" | "pick" | "search" }

/** What a key means in a list of `count` rows when `row` has the focus (-1: none yet); null: nothing. */
export function tableMove(key: string, row: number, count: number): TableMove | null {
  if (key === "/") return { row, act: "search" }
  if (count === 0) return null
  if (key === "j") return { row: Math.min(count - 1, row + 1) }
  if (key === "k") return { row: Math.max(0, row - 1) }
  if (row < 0 || row >= count) return null
  if (key === "x") return { row, act: "pick" }
  if (key === "Enter") return { row, act: "open" }
  return null
}

/** Letters typed into a field, or with a modifier, belong to the field or the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || event.defaultPrevented) return true
  const target = event.target
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(typing))
}

const typing = "textarea, select, dialog *, [popover] *, input:not([type=checkbox], [type=radio], [type=button])"
