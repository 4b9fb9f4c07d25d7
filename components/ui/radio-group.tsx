"use client"

import type { ReactNode } from "react"
import { classNames } from "./class-names"
import { Field } from "./field"
import { useControl } from "./form-context"

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

type RadioGroupProps = {
  name: string
  label: ReactNode
  options: Choice[]
  defaultValue?: string
  hint?: ReactNode
  required?: boolean
  /** Bordered choices, for few and weighty ones. */
  cards?: boolean
}

export function RadioGroup({ name, label, options, defaultValue, hint, required, cards }: RadioGroupProps) {
  return (
    <Field name={name} label={label} hint={hint} required={required} group>
      <Radios options={options} defaultValue={defaultValue} cards={cards} />
    </Field>
  )
}

function Radios({ options, defaultValue, cards }: Pick<RadioGroupProps, "options" | "defaultValue" | "cards">) {
  const { attributes, typed, key } = useControl({})
  return (
    <div className={cards ? "grid gap-2" : undefined} key={key}>
      {options.map((option) => {
        const id = `${attributes.id}-${option.value}`
        return (
          <label key={option.value} className={classNames("choice", cards && "choice-card")}>
            <input
              type="radio"
              name={attributes.name}
              value={option.value}
              defaultChecked={(typed ?? defaultValue) === option.value}
              required={attributes.required}
              disabled={option.disabled}
              aria-labelledby={`${id}-label`}
              aria-describedby={option.hint ? `${id}-hint` : undefined}
              aria-invalid={attributes["aria-invalid"]}
            />
            <span>
              <span id={`${id}-label`}>{option.label}</span>
              {option.hint && (
                <span className="hint" id={`${id}-hint`}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </div>
  )
}
