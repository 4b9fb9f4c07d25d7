"use client"

import { useNow } from "next-intl"
import { useEffect, useState } from "react"

/** The page's own moment while it hydrates, then the clock's: the layout's is as old as the window. */
export function useFreshNow(): Date {
  const [now, setNow] = useState(useNow())
  useEffect(() => {
    const refresh = () => setNow((old) => (Date.now() - old.getTime() > 60_000 ? new Date() : old))
    refresh()
    const clock = setInterval(refresh, 60_000)
    return () => clearInterval(clock)
  }, [])
  return now
}
