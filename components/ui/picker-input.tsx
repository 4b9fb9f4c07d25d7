"use client"

import { type ComponentProps, type Ref, type RefObject, useImperativeHandle, useState } from "react"

export type PickerOption = { value: string; label: string; hint?: string }
type InputProps = ComponentProps<"input">
export type PickerAttributes = Pick<
  InputProps,
  "id" | "name" | "required" | "aria-invalid" | "aria-describedby" | "placeholder"
>
/** Gives the input what the list makes of it. */
export type Wire = (props: InputProps) => void

type PickerInputProps = InputProps & { input: RefObject<HTMLInputElement | null>; wire: Ref<Wire> }

/** The input of a picker: its own handlers serve until the list has come, then the list's do. */
export function PickerInput({ input, wire, ...own }: PickerInputProps) {
  const [wired, setWired] = useState<InputProps>()
  useImperativeHandle(wire, () => setWired, [])
  return (
    <input
      type="text"
      role="combobox"
      aria-expanded={false}
      aria-haspopup="listbox"
      aria-autocomplete="list"
      autoComplete="off"
      spellCheck={false}
      autoCorrect="off"
      autoCapitalize="none"
      {...(wired ?? own)}
      ref={input}
    />
  )
}
