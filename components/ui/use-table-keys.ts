"use client"

import { type RefObject, useEffect } from "react"
import { isTyping, tableMove } from "./table-keys"

/** j, k, x and / in a table; enter follows the focused row's own link. */
export function useTableKeys(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const table = root.current
      if (!table || isTyping(event)) return
      const rows = [...table.querySelectorAll<HTMLElement>("tbody > tr")]
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const move = tableMove(event.key, at, rows.length)
      if (!move || move.act === "open") return
      event.preventDefault()
      if (move.act === "search") document.querySelector<HTMLInputElement>('.toolbar input[type="search"]')?.focus()
      else if (move.act === "pick") rows[move.row]?.querySelector<HTMLInputElement>(".row-pick")?.click()
      else focusRow(rows[move.row])
    }
    document.addEventListener("keydown", pressed)
    return () => document.removeEventListener("keydown", pressed)
  }, [root])
}

function focusRow(row: HTMLElement | undefined) {
  const target = row?.querySelector<HTMLElement>(".row-link") ?? row?.querySelector<HTMLElement>(".row-pick")
  target?.focus()
}
