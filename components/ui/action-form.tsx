"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useActionState, useEffect, useEffectEvent, useId, useRef, useState } from "react"
import { Banner } from "./banner"
import { FormContext } from "./form-context"
import { type FormAction, type FormState, untouched } from "./form-state"
import { showToast } from "./toast-store"
import { useUnsavedGuard } from "./unsaved-guard"

type ActionFormProps = {
  action: FormAction
  children: ReactNode
  className?: string
  id?: string
  /** Names of fields the summary may link to, with the words it links with. Others show their message alone. */
  labels?: Record<string, string>
  /** Off for search-like forms, where leaving loses nothing. */
  guard?: boolean
  onSuccess?: (state: FormState) => void
  /** What a success has to show, such as a secret that is shown once; a script isn't needed for it. */
  result?: (data: unknown) => ReactNode
  autoComplete?: string
}

/** A form around a server action: works without a script, keeps what was typed, says what is wrong and where. */
export function ActionForm(props: ActionFormProps) {
  const { action, children, className = "form", labels = {}, guard = true, onSuccess, result, autoComplete } = props
  const ownId = useId()
  const id = props.id ?? `f${ownId.replace(/\W/g, "")}`
  const form = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [state, send, pending] = useActionState(action, untouched)
  const [seen, setSeen] = useState({ state, tries: state === untouched ? 0 : 1, rounds: 0 })
  if (seen.state !== state) setSeen({ state, tries: seen.tries + 1, rounds: seen.rounds + (state.ok ? 1 : 0) })
  const { tries, rounds } = seen
  const clean = useUnsavedGuard(form, guard)

  const answered = useEffectEvent((answer: FormState) => {
    if (!answer.ok) {
      summary.current?.focus()
      return
    }
    clean()
    if (answer.message) showToast({ message: answer.message })
    form.current?.closest("dialog")?.close()
    onSuccess?.(answer)
  })
  useEffect(() => {
    if (state !== untouched) answered(state)
  }, [state])

  return (
    <form
      ref={form}
      id={id}
      action={send}
      className={className}
      autoComplete={autoComplete}
      aria-busy={pending || undefined}
      noValidate
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit()
      }}
    >
      <FormContext value={{ id, state: state.ok ? untouched : state, tries, rounds }}>
        {!state.ok && tries > 0 && (
          <div ref={summary} tabIndex={-1} role="status">
            <FormSummary id={id} state={state} labels={labels} />
          </div>
        )}
        {state.ok && state.data !== undefined && result?.(state.data)}
        {children}
      </FormContext>
    </form>
  )
}

function FormSummary({ id, state, labels }: { id: string; state: FormState; labels: Record<string, string> }) {
  const t = useTranslations("ui.form")
  const wrong = Object.entries(state.fields)
  const title = wrong.length > 0 ? t("errors", { count: wrong.length }) : (state.message ?? t("kept"))
  return (
    <Banner tone="danger" title={title}>
      {wrong.length > 0 && (
        <ul>
          {wrong.map(([name, messages]) => (
            <li key={name}>
              <a
                href={`#${id}-${name}`}
                onClick={(event) => {
                  const field = document.getElementById(`${id}-${name}`)
                  if (!field) return
                  event.preventDefault()
                  ;(field.querySelector<HTMLElement>("input, select, textarea") ?? field).focus()
                }}
              >
                {labels[name] ? `${labels[name]}: ` : ""}
                {messages.join(" ")}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Banner>
  )
}
