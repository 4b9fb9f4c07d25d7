"use client"

import { type ReactNode, useEffect, useState } from "react"
import { useControl } from "./form-context"

type ParsedInputProps = {
  /** The value sent, for what was typed; null: not readable. */
  parse: (typed: string) => string | null
  /** How a value is written in the field. */
  write: (value: string) => string
  /** How the field reads what is being typed, shown beside it. */
  reads: (value: string) => string
  unreadable: string
  defaultValue?: string
  prefix?: ReactNode
  suffix?: (set: (value: string) => void, value: string) => ReactNode
  id?: string
  name?: string
  required?: boolean
  placeholder?: string
  inputMode?: "decimal" | "text"
  disabled?: boolean
  "aria-label"?: string
}

/**
 * Typed as people like, sent as the server wants: with a script a hidden field carries the value, without one the text
 * itself is sent and the server reads it.
 */
export function ParsedInput(props: ParsedInputProps) {
  const { parse, write, reads, unreadable, prefix, suffix, inputMode, placeholder, disabled } = props
  const { attributes, typed, rounds } = useControl(props)
  const start = typed ?? props.defaultValue ?? ""
  const [text, setText] = useState(() => shown(start, parse, write))
  const [alive, setAlive] = useState(false)
  const [left, setLeft] = useState(false)
  const [from, setFrom] = useState({ start, rounds })
  if (from.start !== start || from.rounds !== rounds) {
    setFrom({ start, rounds })
    setText(shown(start, parse, write))
  }
  useEffect(() => setAlive(true), [])

  const value = text.trim() ? parse(text) : ""
  const wrong = value === null && left
  const { name, id } = attributes
  const noteId = id ? `${id}-reads` : undefined
  const says = value ? reads(value) : ""
  return (
    <>
      <div className="input input-group">
        {prefix && <span className="affix">{prefix}</span>}
        <input
          {...attributes}
          name={alive ? undefined : name}
          aria-label={props["aria-label"]}
          aria-invalid={wrong || attributes["aria-invalid"]}
          aria-describedby={[noteId, attributes["aria-describedby"]].filter(Boolean).join(" ")}
          inputMode={inputMode}
          autoComplete="off"
          placeholder={placeholder}
          disabled={disabled}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setLeft(false)
          }}
          onBlur={() => {
            setLeft(true)
            if (value) setText(write(value))
          }}
        />
        <span className="parsed" id={noteId} aria-live="polite">
          {says !== text && says}
        </span>
        {suffix?.((next) => setText(shown(next, parse, write)), value ?? "")}
        {alive && name && <input type="hidden" name={name} value={value ?? text} disabled={disabled} />}
      </div>
      {wrong && (
        <p className="field-error" role="status">
          {unreadable}
        </p>
      )}
    </>
  )
}

function shown(value: string, parse: ParsedInputProps["parse"], write: ParsedInputProps["write"]): string {
  const read = value ? parse(value) : null
  return read ? write(read) : value
}
