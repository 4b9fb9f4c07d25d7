"use client"

import { createContext, use } from "react"
import { type FormState, untouched } from "./form-state"

type FormWiring = {
  id: string
  state: FormState
  tries: number
  /** How often it has succeeded: controls that keep their own state begin anew with each. */
  rounds: number
}

export const FormContext = createContext<FormWiring>({ id: "f", state: untouched, tries: 0, rounds: 0 })

export type FieldWiring = {
  id: string
  name: string
  required: boolean
  invalid: boolean
  describedBy: string | undefined
  /** What was typed at the last try. */
  typed: string | undefined
  tries: number
}

export const FieldContext = createContext<FieldWiring | null>(null)

export type ControlProps = { id?: string; name?: string; required?: boolean; "aria-label"?: string }

/** What a control needs from the `Field` around it; without one, from its own props. */
export function useControl({ id, name, required }: ControlProps) {
  const field = use(FieldContext)
  const { rounds } = use(FormContext)
  return {
    rounds,
    typed: field?.typed,
    /** React restores a select or checkbox to its first default; a new key makes it take the new one. */
    key: field?.tries,
    attributes: {
      id: id ?? field?.id,
      name: name ?? field?.name,
      required: required ?? field?.required,
      "aria-invalid": field?.invalid || undefined,
      "aria-describedby": field?.describedBy,
    },
  }
}
