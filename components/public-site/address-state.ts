"use client"

import { useEffect, useState } from "react"
import { subdomainForm } from "@/lib/domains/sign-up/rules"

export type AddressState = "idle" | "checking" | "free" | "taken" | "malformed"

type Answer = { address: string; free: boolean }

/** Whether an address can be had, asked a moment after typing has stopped. */
export function useAddressState(address: string): AddressState {
  const [answer, setAnswer] = useState<Answer>()
  const readable = subdomainForm.test(address)

  useEffect(() => {
    if (!readable) return
    const asked = new AbortController()
    const timer = setTimeout(async () => {
      const free = await askWhetherFree(address, asked.signal)
      if (free !== undefined) setAnswer({ address, free })
    }, 300)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [address, readable])

  if (address === "") return "idle"
  if (!readable) return "malformed"
  if (answer?.address !== address) return "checking"
  return answer.free ? "free" : "taken"
}

/** Undefined when nobody could say: the form asks again when it is sent. */
async function askWhetherFree(address: string, signal: AbortSignal): Promise<boolean | undefined> {
  try {
    const answer = await fetch(`/api/v1/public/subdomains/${address}`, { signal })
    return answer.ok ? (await answer.json()).data.free : undefined
  } catch {
    return undefined
  }
}
