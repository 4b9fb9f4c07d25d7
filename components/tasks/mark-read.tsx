"use client"

import { startTransition, useEffect, useEffectEvent } from "react"
import { ActionForm } from "@/components/ui/action-form"
import { type FormAction, untouched } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"

type MarkReadProps = {
  action: FormAction
  /** The record whose comments are read, up to the newest that is shown. */
  id: string
  newest: string
  label: string
}

/** What is on the screen of somebody who looks has been read; without a script a button says so. */
export function MarkRead({ action, id, newest, label }: MarkReadProps) {
  const read = useEffectEvent(() => {
    const form = new FormData()
    form.set("id", id)
    startTransition(async () => {
      await action(untouched, form)
    })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newer comment is read anew
  useEffect(() => {
    const look = () => {
      if (!document.hidden) read()
    }
    look()
    document.addEventListener("visibilitychange", look)
    return () => document.removeEventListener("visibilitychange", look)
  }, [newest])

  return (
    <ActionForm action={action} guard={false} className="contents">
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="ghost" size="sm">
        {label}
      </SubmitButton>
    </ActionForm>
  )
}
