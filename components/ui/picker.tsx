"use client"

import { type ComponentType, useEffect, useRef, useState } from "react"
import { useControl } from "./form-context"
import type { PickerComboboxProps, PickerOption } from "./picker-combobox"
import { Select } from "./select"

type PickerProps = {
  /** All there is, or with `url` the recent ones and the one chosen. */
  options: PickerOption[]
  /** Answers `{ results: { value, label, hint? }[] }` to `?q=`. */
  url?: string
  /** A server action that makes a new one of this name and answers it; null when it may not. */
  create?: (name: string) => Promise<PickerOption | null>
  defaultValue?: string
  placeholder?: string
  id?: string
  name?: string
  required?: boolean
}

/** A native select that becomes a searching combobox once its code has arrived; each works alone. */
export function Picker({ options, url, create, defaultValue, placeholder = "", ...rest }: PickerProps) {
  const { attributes, typed, rounds } = useControl(rest)
  const native = useRef<HTMLDivElement>(null)
  const [rich, setRich] = useState<{ Combobox: ComponentType<PickerComboboxProps>; value: string }>()

  useEffect(() => {
    let gone = false
    void import("./picker-combobox").then(({ PickerCombobox }) => {
      const select = native.current?.querySelector("select")
      const swap = () => {
        if (!gone) setRich({ Combobox: PickerCombobox, value: select?.value ?? "" })
      }
      if (select && select === document.activeElement) select.addEventListener("blur", swap, { once: true })
      else swap()
    })
    return () => {
      gone = true
    }
  }, [])

  if (rich)
    return (
      <rich.Combobox
        key={rounds}
        attributes={attributes}
        options={options}
        url={url}
        create={create}
        placeholder={placeholder}
        defaultValue={typed ?? (rounds ? defaultValue : rich.value || defaultValue)}
      />
    )
  return (
    <div ref={native}>
      <Select {...rest} options={options} placeholder={placeholder} defaultValue={defaultValue} />
    </div>
  )
}
