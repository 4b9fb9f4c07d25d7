"use client"

import type { SelectHTMLAttributes } from "react"
import { useControl } from "./form-context"

export type Option = { value: string; label: string; disabled?: boolean; group?: string }

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "value"> & {
  options: Option[]
  /** Offered first, with an empty value. */
  placeholder?: string
}

export function Select({ options, placeholder, defaultValue, ...rest }: SelectProps) {
  const { attributes, typed, key } = useControl(rest)
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <select key={key} {...rest} {...attributes} defaultValue={typed ?? defaultValue ?? ""} className="input">
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {groups.map((group) => {
        const items = options
          .filter((option) => option.group === group)
          .map(({ value, label, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {label}
            </option>
          ))
        return group ? (
          <optgroup key={group} label={group}>
            {items}
          </optgroup>
        ) : (
          items
        )
      })}
    </select>
  )
}
