"use client"

import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect } from "react"
import { Banner } from "./banner"
import { showToast } from "./toast-store"

/** After a redirect to `?done=<key of messages/done.json>`: a toast, or without a script a banner. */
export function Flash() {
  const key = useSearchParams().get("done")
  const t = useTranslations("done")
  const known = key && t.has(key as never)
  const message = known ? t(key as never) : null

  useEffect(() => {
    if (!message) return
    showToast({ message })
    const url = new URL(location.href)
    url.searchParams.delete("done")
    history.replaceState(history.state, "", url)
  }, [message])

  return message ? (
    <noscript>
      <Banner tone="positive" title={message} />
    </noscript>
  ) : null
}
