"use client"

import { usePathname } from "next/navigation"
import { useEffect, useRef } from "react"
import { type FocusPlace, placeAfter, placeOf } from "./focus-place"

/**
 * A focused button that its own deed takes away leaves the focus on nothing; it goes to what stands in its place instead.
 * A link to another page leaves it in the navigation; it goes to the new page, as it would if that were loaded anew.
 */
export function KeepFocus() {
  const pathname = usePathname()
  const shown = useRef(pathname)

  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const focused = document.activeElement
    const content = document.getElementById("content")
    if (content?.contains(focused) || focused?.closest("dialog")) return
    content?.focus({ preventScroll: true })
  }, [pathname])

  useEffect(() => {
    let last: FocusPlace = []
    // What a dialog was opened from: with the dialog gone, that is the place.
    let behind: FocusPlace = []
    const focused = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      last = placeOf(target)
      if (!target.closest("dialog")) behind = last
    }
    // A click beside everything, and the focus is meant to be on nothing.
    const left = () =>
      queueMicrotask(() => {
        if (document.activeElement === document.body && last[0]?.element.isConnected) last = []
      })
    const rescue = () => {
      if (document.activeElement !== document.body || last.length === 0 || last[0]!.element.isConnected) return
      const inDialog = last.some(({ element }) => element instanceof HTMLDialogElement)
      focusOn(placeAfter(inDialog ? behind : last))
    }
    // The browser gives the focus back to what opened a dialog, if that is still there.
    const closed = ({ target }: Event) => {
      const at = document.activeElement
      const lost = at === document.body || (target instanceof HTMLDialogElement && target.contains(at))
      if (lost && behind.length > 0) focusOn(placeAfter(behind))
    }
    const changes = new MutationObserver(rescue)
    changes.observe(document.body, { childList: true, subtree: true })
    document.addEventListener("focusin", focused)
    document.addEventListener("focusout", left)
    document.addEventListener("close", closed, true)
    return () => {
      changes.disconnect()
      document.removeEventListener("focusin", focused)
      document.removeEventListener("focusout", left)
      document.removeEventListener("close", closed, true)
    }
  }, [])

  return null
}

function focusOn(element: HTMLElement | null) {
  if (!element) return
  element.focus({ preventScroll: true })
  if (document.activeElement === element) return
  element.tabIndex = -1
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true })
  element.focus({ preventScroll: true })
}
