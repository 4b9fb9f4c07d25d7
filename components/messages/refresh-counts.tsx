"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

/** The navigation was drawn before this page marked messages as read: draws it again, once. */
export function RefreshCounts() {
  const router = useRouter()
  useEffect(() => router.refresh(), [router])
  return null
}
