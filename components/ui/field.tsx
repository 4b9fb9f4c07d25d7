"use client"

import { CircleAlert } from "lucide-react"
import { type ReactNode, use } from "react"
import { FieldContext, FormContext } from "./form-context"

type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  required?: boolean
  /** Shown instead of what the action answered, for fields checked while typing. */
  error?: string
  /** A set of controls (radios, checkboxes) is named by a legend. */
  group?: boolean
  /** The label is read out but not shown. */
  hideLabel?: boolean
  children: ReactNode
}

/** Label above, hint below, error in the hint's place; wires the one control inside it. */
export function Field({ name, label, hint, required = false, error, group, hideLabel, children }: FieldProps) {
  const { id: form, state, tries } = use(FormContext)
  const id = `${form}-${name}`
  const problem = error ?? state.fields[name]?.join(" ")
  const note = problem ?? hint
  const describedBy = note ? `${id}-note` : undefined
  const Wrapper = group ? "fieldset" : "div"
  const Label = group ? "legend" : "label"

  return (
    <FieldContext value={{ id, name, required, invalid: !!problem, describedBy, typed: state.values[name], tries }}>
      <Wrapper className="field" id={group ? id : undefined} aria-describedby={group ? describedBy : undefined}>
        <Label
          className={hideLabel ? "sr-only" : "label"}
          htmlFor={group ? undefined : id}
          data-required={required || undefined}
        >
          {label}
        </Label>
        {children}
        {problem ? (
          <p className="field-error" id={describedBy}>
            <CircleAlert aria-hidden />
            {problem}
          </p>
        ) : (
          hint && (
            <p className="hint" id={describedBy}>
              {hint}
            </p>
          )
        )}
      </Wrapper>
    </FieldContext>
  )
}
