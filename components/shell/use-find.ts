"use client"

import { useEffect, useState } from "react"

export type Found = { label: string; href: string; hint?: string }

type Finding = { results: Found[]; pending: boolean; failed: boolean }

const nothing: Finding = { results: [], pending: false, failed: false }

/** Asks `{ results }` of an address while one types: the last question wins, pauses of 120 ms are waited for. */
export function useFind(url: string | undefined, query: string): Finding {
  const [finding, setFinding] = useState(nothing)
  const asked = query.trim()

  useEffect(() => {
    if (!url || !asked) {
      setFinding(nothing)
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      setFinding((before) => ({ ...before, pending: true }))
      try {
        const answer = await fetch(`${url}?${new URLSearchParams({ q: asked })}`, { signal: abort.signal })
        if (!answer.ok) throw new Error(answer.statusText)
        const { results } = (await answer.json()) as { results: Found[] }
        setFinding({ results, pending: false, failed: false })
      } catch {
        if (!abort.signal.aborted) setFinding({ results: [], pending: false, failed: true })
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [url, asked])

  return finding
}
