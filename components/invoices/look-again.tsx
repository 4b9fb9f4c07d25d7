"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

// Growing pauses, a minute and a half in all: the bank's word mostly comes within the first.
const pauses = [1, 2, 4, 8, 15, 30, 30]

/**
 * Looks again while a payment is being confirmed. The page hears of it by itself, unless the word came between the
 * page's making and its listening, as it does right after paying.
 */
export function LookAgain() {
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wait = ([seconds, ...rest]: number[]) => {
      if (seconds === undefined) return
      timer = setTimeout(() => {
        router.refresh()
        wait(rest)
      }, seconds * 1000)
    }
    wait(pauses)
    return () => clearTimeout(timer)
  }, [router])
  return null
}
