"use client"

import type { ReactNode } from "react"
import { useFormStatus } from "react-dom"
import { type ButtonLook, buttonClass } from "./button"

type SubmitButtonProps = Omit<ButtonLook, "icon"> & {
  children: ReactNode
  /** An element, since a component can't cross from a server component. */
  icon?: ReactNode
  name?: string
  value?: string
  formAction?: (form: FormData) => void | Promise<void>
  formNoValidate?: boolean
}

export function SubmitButton({ children, icon, name, value, formAction, formNoValidate, ...look }: SubmitButtonProps) {
  const { pending, data, action } = useFormStatus()
  const pressed = formAction ? action === formAction : name === undefined || data?.get(name) === (value ?? "")
  const mine = pending && pressed
  return (
    <button
      type="submit"
      className={buttonClass({ variant: "primary", ...look })}
      name={name}
      value={value}
      formAction={formAction}
      formNoValidate={formNoValidate}
      aria-busy={mine || undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {mine ? <span className="spinner" aria-hidden /> : icon}
      {children}
    </button>
  )
}
