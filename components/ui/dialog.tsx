"use client"

import { X } from "lucide-react"
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useRef } from "react"
import { type ButtonLook, buttonClass } from "./button"
import { classNames } from "./class-names"

type DialogProps = {
  id: string
  title: string
  children: ReactNode
  wide?: boolean
  /** At the side, for a record's panel; or from below, for a phone. */
  place?: "centre" | "side" | "bottom"
  /** Open from the start, because the address says so; closing then goes to `closeHref`. */
  open?: boolean
  closeHref?: string
}

/** A native modal dialog, opened by `<DialogButton dialog={id}>` (or a menu entry), also without a script. */
export function Dialog({ id, title, children, wide, place = "centre", open, closeHref }: DialogProps) {
  const t = useTranslations("ui.action")
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)

  // The server can only open it beside the page; with a script it becomes modal.
  useEffect(() => {
    const element = dialog.current
    if (!open || !element || element.matches(":modal")) return
    element.removeAttribute("open")
    element.showModal()
  }, [open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: escape closes it; the click is for the backdrop
    <dialog
      ref={dialog}
      id={id}
      aria-labelledby={`${id}-title`}
      className={classNames(
        "dialog",
        wide && "dialog-wide",
        place === "side" && "drawer",
        place === "bottom" && "drawer-bottom",
      )}
      open={open}
      onClose={() => closeHref && router.push(closeHref, { scroll: false })}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.requestClose?.() ?? dialog.current.close()
      }}
    >
      <div className="dialog-head">
        <h2 id={`${id}-title`}>{title}</h2>
        <button
          type="button"
          className="btn btn-ghost btn-icon btn-sm"
          commandfor={id}
          command="close"
          title={t("close")}
        >
          <X aria-hidden />
          <span className="sr-only">{t("close")}</span>
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}

type DialogButtonProps = Omit<ButtonLook, "icon"> & { dialog: string; icon?: ReactNode; children: ReactNode }

export function DialogButton({ dialog, icon, children, ...look }: DialogButtonProps) {
  return (
    <button type="button" className={buttonClass(look)} commandfor={dialog} command="show-modal" aria-haspopup="dialog">
      {icon}
      {look.iconOnly ? <span className="sr-only">{children}</span> : children}
    </button>
  )
}
