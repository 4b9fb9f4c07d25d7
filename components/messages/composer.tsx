"use client"

import { Send } from "lucide-react"
import type { KeyboardEvent } from "react"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"
import { Textarea } from "@/components/ui/textarea"

type ComposerProps = {
  action: FormAction
  values?: Record<string, string>
  label: string
  send: string
  hint: string
}

/** Writes a message. Where there is a keyboard, Enter sends; on a phone it starts a new line, and the button sends. */
export function Composer({ action, values = {}, label, send, hint }: ComposerProps) {
  return (
    <ActionForm action={action} className="flex items-end gap-2 border-t border-line p-3">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="min-w-0 flex-1">
        <Field name="body" label={label} hideLabel>
          <Textarea
            rows={1}
            placeholder={label}
            title={hint}
            maxLength={10_000}
            style={{ minBlockSize: "var(--control)", maxBlockSize: "12rem" }}
            onKeyDown={sendOnEnter}
          />
        </Field>
      </div>
      <SubmitButton icon={<Send aria-hidden />}>{send}</SubmitButton>
    </ActionForm>
  )
}

function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || event.shiftKey || event.metaKey || event.ctrlKey || event.nativeEvent.isComposing) return
  if (!matchMedia("(pointer: fine)").matches) return
  event.preventDefault()
  if (event.currentTarget.value.trim()) event.currentTarget.form?.requestSubmit()
}
