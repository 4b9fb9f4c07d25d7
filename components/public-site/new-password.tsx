"use client"

import { useEffect, useState } from "react"
import { TextInput } from "@/components/ui/text-input"

/** A password that can be looked at while it is made up. */
export function NewPassword({ words }: { words: Record<"show" | "hide" | "showLabel", string> }) {
  const [alive, setAlive] = useState(false)
  const [shown, setShown] = useState(false)
  useEffect(() => setAlive(true), [])
  return (
    <TextInput
      type={shown ? "text" : "password"}
      autoComplete="new-password"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={128}
      // Room for the button is there from the start: the field does not change when the script has come.
      suffix={
        <button
          type="button"
          className="reveal"
          hidden={!alive}
          aria-pressed={shown}
          aria-label={words.showLabel}
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hide : words.show}
        </button>
      }
    />
  )
}
