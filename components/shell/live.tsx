"use client"

import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { followEvents, type LiveEvent } from "./live-events"

/** Brings others' changes to the page: refreshes it, at most once in 300 ms, and tells components by the DOM event `live`. */
export function Live({ url = "/api/live" }: { url?: string }) {
  const router = useRouter()
  const t = useTranslations("shell.live")
  const [offline, setOffline] = useState(false)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const refresh = () => {
      if (document.hidden) {
        missed = true
        return
      }
      clearTimeout(timer)
      timer = setTimeout(() => router.refresh(), 300)
    }
    const shown = () => {
      if (!document.hidden && missed) {
        missed = false
        refresh()
      }
    }
    const stop = followEvents(url, {
      event(detail: LiveEvent) {
        const heard = !document.dispatchEvent(new CustomEvent("live", { detail, cancelable: true }))
        if (!heard) refresh()
      },
      missed: refresh,
    })
    const network = () => setOffline(!navigator.onLine)
    document.addEventListener("visibilitychange", shown)
    window.addEventListener("online", network)
    window.addEventListener("offline", network)
    return () => {
      stop()
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", shown)
      window.removeEventListener("online", network)
      window.removeEventListener("offline", network)
    }
  }, [url, router])

  return (
    <div role="status" className={offline ? "offline" : "contents"}>
      {offline && t("offline")}
    </div>
  )
}
