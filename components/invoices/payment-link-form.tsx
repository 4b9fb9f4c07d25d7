"use client"

import { useActionState } from "react"
import { Banner } from "@/components/ui/banner"
import { CopyField } from "@/components/ui/copy-field"
import { type FormAction, untouched } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"

type Words = { body: string; create: string; label: string }

export function PaymentLinkForm({ action, invoiceId, words }: { action: FormAction; invoiceId: string; words: Words }) {
  const [state, send] = useActionState(action, untouched)
  if (typeof state.data === "string") return <CopyField label={words.label} value={state.data} />
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <input type="hidden" name="id" value={invoiceId} />
      <p className="text-muted">{words.body}</p>
      {state.message && <Banner tone="danger" title={state.message} />}
      <SubmitButton variant="secondary">{words.create}</SubmitButton>
    </form>
  )
}
