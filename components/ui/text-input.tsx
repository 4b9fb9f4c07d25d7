"use client"

import type { InputHTMLAttributes, ReactNode } from "react"
import { classNames } from "./class-names"
import { useControl } from "./form-context"

type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "prefix"> & {
  prefix?: ReactNode
  suffix?: ReactNode
}

export function TextInput({ prefix, suffix, className, type = "text", defaultValue, ...rest }: TextInputProps) {
  const { attributes, typed } = useControl(rest)
  const value = type === "password" ? undefined : (typed ?? defaultValue)
  if (!prefix && !suffix)
    return (
      <input type={type} {...rest} {...attributes} defaultValue={value} className={classNames("input", className)} />
    )
  return (
    <div className={classNames("input input-group", className)}>
      {prefix && <span className="affix">{prefix}</span>}
      <input type={type} {...rest} {...attributes} defaultValue={value} />
      {suffix && <span className="affix">{suffix}</span>}
    </div>
  )
}
