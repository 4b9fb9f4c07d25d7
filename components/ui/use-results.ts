"use client"

import { useEffect, useState } from "react"

type Answer<T> = { results: T[] }
type Results<T> = { results: T[]; pending: boolean; failed: boolean }

/** Asks `{ results }` of an address while one types, as the API wraps it or bare: the last question wins, pauses of 120 ms are waited for. */
export function useResults<T>(url: string | undefined, query: string): Results<T> {
  const [state, setState] = useState<Results<T>>({ results: [], pending: false, failed: false })
  const asked = query.trim()

  useEffect(() => {
    setState((before) => ({ results: asked ? before.results : [], pending: !!url && !!asked, failed: false }))
    if (!url || !asked) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(`${url}${url.includes("?") ? "&" : "?"}${new URLSearchParams({ q: asked })}`, {
          signal: abort.signal,
        })
        if (!answer.ok) throw new Error(answer.statusText)
        const body = (await answer.json()) as Answer<T> | { data: Answer<T> }
        const { results } = "data" in body ? body.data : body
        setState({ results, pending: false, failed: false })
      } catch {
        if (!abort.signal.aborted) setState({ results: [], pending: false, failed: true })
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [url, asked])

  return state
}
