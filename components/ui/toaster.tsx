"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState, useSyncExternalStore } from "react"
import { dropToast, type Toast, toastStore } from "./toast-store"

/** The one place where toasts appear; in every shell. */
export function Toaster() {
  const t = useTranslations("ui.toast")
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current, toastStore.onServer)
  return (
    <section className="toasts" aria-label={t("region")}>
      <div role="status" className="contents">
        {toasts.map((toast) => (
          <ToastItem key={toast.id} toast={toast} />
        ))}
      </div>
    </section>
  )
}

function ToastItem({ toast }: { toast: Toast }) {
  const t = useTranslations("ui.action")
  const [undoing, setUndoing] = useState(false)
  const element = useRef<HTMLDivElement>(null)
  const { id, message, undo } = toast

  useEffect(() => {
    if (undoing) return
    let seconds = undo ? 10 : 5
    const clock = setInterval(() => {
      const held = element.current?.matches(":hover, :focus-within")
      if (!held && --seconds <= 0) dropToast(id)
    }, 1000)
    return () => clearInterval(clock)
  }, [id, undo, undoing])

  return (
    <div className="toast" ref={element}>
      <span>{message}</span>
      {undo && (
        <button
          type="button"
          disabled={undoing}
          onClick={async () => {
            setUndoing(true)
            await undo()
            dropToast(id)
          }}
        >
          {t("undo")}
        </button>
      )}
      <button type="button" onClick={() => dropToast(id)}>
        {t("dismiss")}
      </button>
    </div>
  )
}
