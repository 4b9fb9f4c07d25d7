"use client"

import { useTranslations } from "next-intl"
import { type RefObject, useEffect, useRef } from "react"

/** Asks before a changed form is left, by closing the window or by a link; answers a function that calls it saved. */
export function useUnsavedGuard(form: RefObject<HTMLFormElement | null>, on: boolean): () => void {
  const question = useTranslations("ui.form")("leave")
  const dirty = useRef(false)

  useEffect(() => {
    const element = form.current
    if (!on || !element) return
    const changed = (event: Event) => {
      if (event.isTrusted) dirty.current = true
    }
    const saved = () => {
      dirty.current = false
    }
    const unload = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault()
    }
    const followed = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null
      const leaves = link instanceof HTMLAnchorElement && !link.target && !link.getAttribute("href")?.startsWith("#")
      if (!leaves || !dirty.current || element.closest("dialog:not([open])")) return
      if (window.confirm(question)) saved()
      else {
        event.preventDefault()
        event.stopPropagation()
      }
    }
    element.addEventListener("input", changed)
    element.addEventListener("submit", saved)
    window.addEventListener("beforeunload", unload)
    document.addEventListener("click", followed, true)
    return () => {
      element.removeEventListener("input", changed)
      element.removeEventListener("submit", saved)
      window.removeEventListener("beforeunload", unload)
      document.removeEventListener("click", followed, true)
    }
  }, [form, on, question])

  return () => {
    dirty.current = false
  }
}
