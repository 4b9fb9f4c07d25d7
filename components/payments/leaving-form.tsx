"use client"

import { type ReactNode, useEffect, useState } from "react"
import { ActionForm } from "@/components/ui/action-form"
import type { FormAction, FormState } from "@/components/ui/form-state"

type LeavingFormProps = {
  /** Answers the address to go to. */
  action: FormAction
  /** Redirects there by itself: for browsers that run no script. */
  withoutScript: FormAction
  className?: string
  children: ReactNode
}

/**
 * A form whose success leads to another site. The browser goes there as it would by a link: the router would first try
 * to fetch that page, which the content policy forbids.
 */
export function LeavingForm({ action, withoutScript, className, children }: LeavingFormProps) {
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  const leave = async (state: FormState, form: FormData) => {
    const answer = await action(state, form)
    if (answer.ok && typeof answer.data === "string") {
      location.assign(answer.data)
      // The button goes on showing that it works, until the page is left or come back to.
      await new Promise((back) => addEventListener("pageshow", back, { once: true }))
    }
    return answer
  }
  return (
    <ActionForm action={alive ? leave : withoutScript} guard={false} className={className}>
      {children}
    </ActionForm>
  )
}
