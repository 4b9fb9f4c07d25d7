"use client"

import type { TextareaHTMLAttributes } from "react"
import { useControl } from "./form-context"

export function Textarea({
  defaultValue,
  rows = 4,
  ...rest
}: Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "value">) {
  const { attributes, typed } = useControl(rest)
  return <textarea rows={rows} {...rest} {...attributes} defaultValue={typed ?? defaultValue} className="input" />
}
