"use client"

import { ChevronDown, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ComponentType, type KeyboardEvent, type MouseEvent, useRef, useState } from "react"
import { type PickerAttributes, PickerInput, type PickerOption, type Wire } from "./picker-input"
import type { PickerListProps } from "./picker-list"

type PickerFieldProps = {
  attributes: PickerAttributes
  options: PickerOption[]
  url?: string
  create?: (name: string) => Promise<PickerOption | null>
  placeholder?: string
  defaultValue?: string
  /** The list did not arrive. */
  onFailure: () => void
}

/**
 * The text field of a picker. Its list comes at the first sign that somebody wants it, and takes over this very input:
 * what was typed until then, the caret and the focus stay, and a screen reader meets one control.
 */
export function PickerField({
  attributes,
  options,
  url,
  create,
  placeholder,
  defaultValue,
  onFailure,
}: PickerFieldProps) {
  const t = useTranslations("ui.picker")
  const [chosen, setChosen] = useState(() => options.find(({ value }) => value === defaultValue) ?? null)
  const [text, setText] = useState(chosen?.label ?? "")
  const [open, setOpen] = useState(false)
  const [list, setList] = useState<{ List: ComponentType<PickerListProps> }>()
  const [group, setGroup] = useState<HTMLDivElement | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const wire = useRef<Wire>(null)
  const { name, ...rest } = attributes
  const own = { ...rest, placeholder: placeholder || t("placeholder") }

  const bring = () => {
    if (!list) void import("./picker-list").then(({ PickerList }) => setList({ List: PickerList }), onFailure)
  }
  const show = (shown: boolean) => {
    setOpen(shown)
    if (!shown && text.trim()) setText(chosen?.label ?? "")
  }
  const choose = (option: PickerOption | null) => {
    setChosen(option)
    setText(option?.label ?? "")
    group?.dispatchEvent(new Event("input", { bubbles: true }))
  }
  const write = (typed: string) => {
    setText(typed)
    if (!typed) setChosen(null)
  }
  const pressKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") show(false)
    const opens = event.key === "ArrowDown" || event.key === "ArrowUp"
    if (opens) setOpen(true)
    // Until the list is there Enter has nothing to choose, and must not send the form in its stead.
    if (opens || (event.key === "Enter" && open)) event.preventDefault()
  }
  const pressGroup = (event: MouseEvent) => {
    if ((event.target as Element).closest("input, button")) return
    event.preventDefault()
    input.current?.focus()
    setOpen(true)
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the frame of the input, a press on which is one on the input */}
      <div className="input input-group" ref={setGroup} onPointerEnter={bring} onFocus={bring} onMouseDown={pressGroup}>
        <PickerInput
          {...own}
          input={input}
          wire={wire}
          value={text}
          onChange={({ currentTarget }) => {
            write(currentTarget.value)
            setOpen(Boolean(currentTarget.value.trim()))
          }}
          onClick={() => setOpen(true)}
          onKeyDown={pressKey}
          onBlur={() => show(false)}
        />
        {chosen && !rest.required && (
          <button
            type="button"
            tabIndex={-1}
            className="btn btn-ghost btn-sm btn-icon"
            aria-label={t("clear", { label: chosen.label })}
            onClick={() => {
              choose(null)
              input.current?.focus()
            }}
          >
            <X aria-hidden />
          </button>
        )}
        <ChevronDown aria-hidden className="text-muted" />
        {name && <input type="hidden" name={name} value={chosen?.value ?? ""} />}
      </div>
      {list && (
        <list.List
          attributes={own}
          input={input}
          wire={wire}
          anchor={group}
          options={options}
          url={url}
          create={create}
          chosen={chosen}
          onChoose={choose}
          text={text}
          onWrite={write}
          open={open}
          onOpen={show}
        />
      )}
    </>
  )
}
