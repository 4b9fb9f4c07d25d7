"use client"

import { useState } from "react"
import { brandStyle } from "@/components/shell/brand"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"

type AccentInputProps = {
  name: string
  defaultValue: string
  label: string
  hint: string
  /** What the preview shows. */
  preview: { title: string; firm: string; text: string; button: string; link: string }
}

/** The firm's colour with what becomes of it in both themes, as it is typed or picked. */
export function AccentInput({ name, defaultValue, label, hint, preview }: AccentInputProps) {
  const [accent, setAccent] = useState(defaultValue)
  return (
    <>
      <Field name={name} label={label} hint={hint} required>
        <TextInput
          defaultValue={defaultValue}
          spellCheck={false}
          maxLength={7}
          onChange={(event) => setAccent(event.target.value)}
          prefix={<span className="block size-5 rounded-md border border-line" style={{ background: accent }} />}
        />
      </Field>
      <figure className="grid gap-2">
        <figcaption className="label">{preview.title}</figcaption>
        <div className="grid gap-3 sm:grid-cols-2">
          {(["light", "dark"] as const).map((theme) => (
            <div
              key={theme}
              inert
              data-theme={theme}
              data-brand=""
              style={brandStyle({ accent })}
              className="grid justify-items-start gap-3 rounded-xl border border-line bg-surface p-4 text-sm text-text"
            >
              <strong>{preview.firm}</strong>
              <p>{preview.text}</p>
              <span className="btn btn-primary">{preview.button}</span>
              <span className="link">{preview.link}</span>
            </div>
          ))}
        </div>
      </figure>
    </>
  )
}
