"use client"

import { useEffect } from "react"

/** `command` and `commandfor` for browsers that don't know them yet. */
export function Invokers() {
  useEffect(() => {
    if ("commandForElement" in HTMLButtonElement.prototype) return
    const invoke = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest("button[commandfor]") : null
      const dialog = document.getElementById(button?.getAttribute("commandfor") ?? "")
      if (!(dialog instanceof HTMLDialogElement)) return
      if (button?.getAttribute("command") === "show-modal") dialog.showModal()
      else dialog.close()
    }
    document.addEventListener("click", invoke)
    return () => document.removeEventListener("click", invoke)
  }, [])
  return null
}
