"use client"

import { type ComponentProps, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"

type PopupProps = { id: string; label: string; align?: "start" | "end"; menu?: boolean; children: ReactNode }

/** A native popover under the button that opened it: opens without a script; with one, arrow keys walk its items. */
export function Popup({ id, label, align = "start", children }: PopupProps) {
  const box = useRef<HTMLElement>(null)

  useEffect(() => {
    const element = box.current
    if (!element || CSS.supports("position-area", "block-end")) return
    const place = (event: Event) => {
      if ((event as ToggleEvent).newState === "open") placeByHand(element, align)
    }
    element.addEventListener("toggle", place)
    return () => element.removeEventListener("toggle", place)
  }, [align])

  return (
    <section
      ref={box}
      id={id}
      popover="auto"
      className="menu"
      data-align={align}
      aria-label={label}
      onKeyDown={walk}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest("a, button:not([data-stay])"))
          box.current?.hidePopover()
      }}
    >
      {children}
    </section>
  )
}

type PopupButtonProps = ComponentProps<"button"> & { target: string }

export function PopupButton({ target, children, ...rest }: PopupButtonProps) {
  return (
    <button
      type="button"
      popoverTarget={target}
      {...rest}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown") return
        event.preventDefault()
        const popup = document.getElementById(target)
        popup?.showPopover({ source: event.currentTarget })
        itemsOf(popup)[0]?.focus()
      }}
    >
      {children}
    </button>
  )
}

/** Part of a popup that is on the page only while it is open; without a script it never is. */
export function WhileOpen({ children }: { children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const popup = place.current?.closest("[popover]")
    if (!popup) return
    setOpen(popup.matches(":popover-open"))
    const follow = (event: Event) => {
      // At once, so that the key that opens it finds the first item.
      if ((event as ToggleEvent).newState === "open") flushSync(() => setOpen(true))
      else setOpen(false)
    }
    popup.addEventListener("beforetoggle", follow)
    return () => popup.removeEventListener("beforetoggle", follow)
  }, [])
  return (
    <>
      <span ref={place} hidden />
      {open && children}
    </>
  )
}

function itemsOf(popup: Element | null): HTMLElement[] {
  return [...(popup?.querySelectorAll<HTMLElement>(".menu-item:not(:disabled)") ?? [])]
}

function walk(event: KeyboardEvent<HTMLElement>) {
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  if (to === undefined || items.length === 0) return
  event.preventDefault()
  items.at(to % items.length)?.focus()
}

/** For browsers without anchor positioning. */
function placeByHand(popup: HTMLElement, align: "start" | "end") {
  const button = document.querySelector(`[popovertarget="${popup.id}"]`)?.getBoundingClientRect()
  if (!button) return
  const { offsetWidth: width, offsetHeight: height } = popup
  const fromRight = (align === "end") !== (getComputedStyle(popup).direction === "rtl")
  const left = fromRight ? button.right - width : button.left
  const below = button.bottom + height + 8 < innerHeight
  popup.dataset.placed = ""
  popup.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
  popup.style.top = `${below ? button.bottom : Math.max(8, button.top - height - 8)}px`
}
