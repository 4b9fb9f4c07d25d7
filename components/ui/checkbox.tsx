"use client"

import { type ReactNode, use } from "react"
import { FormContext } from "./form-context"

type CheckboxProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  value?: string
  defaultChecked?: boolean
  required?: boolean
  disabled?: boolean
}

/** Its own field: the label stands beside the box, an error below it. */
export function Checkbox({ name, label, hint, value = "true", defaultChecked, required, disabled }: CheckboxProps) {
  const { id: form, state, tries } = use(FormContext)
  const id = `${form}-${name}`
  const errors = state.fields[name]
  const checked = tries ? state.values[name] === value : defaultChecked
  return (
    <div>
      <label className="choice">
        <input
          key={tries}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          defaultChecked={checked}
          required={required}
          disabled={disabled}
          aria-invalid={errors ? true : undefined}
          aria-labelledby={`${id}-label`}
          aria-describedby={[hint && `${id}-hint`, errors && `${id}-note`].filter(Boolean).join(" ") || undefined}
        />
        <span>
          <span id={`${id}-label`}>{label}</span>
          {hint && (
            <span className="hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
      {errors && (
        <p className="field-error" id={`${id}-note`}>
          {errors.join(" ")}
        </p>
      )}
    </div>
  )
}
