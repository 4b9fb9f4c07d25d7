"use client"

import { Combobox } from "@base-ui/react/combobox"
import { Check, ChevronDown, Plus, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { useResults } from "./use-results"

export type PickerOption = { value: string; label: string; hint?: string }

export type PickerComboboxProps = {
  attributes: { id?: string; name?: string; required?: boolean; "aria-invalid"?: true; "aria-describedby"?: string }
  options: PickerOption[]
  url?: string
  create?: (name: string) => Promise<PickerOption | null>
  placeholder?: string
  defaultValue?: string
}

const newOne = "\u0000new"

export function PickerCombobox({ attributes, options, url, create, placeholder, defaultValue }: PickerComboboxProps) {
  const t = useTranslations("ui.picker")
  const [chosen, setChosen] = useState(() => options.find(({ value }) => value === defaultValue) ?? null)
  const [text, setText] = useState(chosen?.label ?? "")
  const asked = text.trim() === chosen?.label ? "" : text.trim()
  const found = useResults<PickerOption>(url, asked)
  const group = useRef<HTMLDivElement>(null)
  const { name, ...input } = attributes

  const listed = url && asked ? found.results : matching(options, asked)
  const known = listed.some(({ label }) => label.toLowerCase() === asked.toLowerCase())
  const offered = create && asked && !known && !found.pending
  const items = offered ? [...listed, { value: newOne, label: t("create", { name: asked }) }] : listed

  const choose = async (option: PickerOption | null) => {
    const picked = option?.value === newOne ? ((await create?.(asked)) ?? null) : option
    setChosen(picked)
    setText(picked?.label ?? "")
    group.current?.dispatchEvent(new Event("input", { bubbles: true }))
  }

  return (
    <Combobox.Root
      items={items}
      filter={null}
      value={chosen}
      onValueChange={(option) => void choose(option)}
      inputValue={text}
      onInputValueChange={(typed, { reason }) => {
        if (reason === "input-change" || reason === "input-clear" || reason === "clear-press") setText(typed)
        if (!typed && reason === "input-change") setChosen(null)
      }}
      onOpenChange={(open) => {
        if (!open && text.trim()) setText(chosen?.label ?? "")
      }}
      itemToStringLabel={(option: PickerOption) => option.label}
      isItemEqualToValue={(one, other) => one.value === other.value}
      autoHighlight
    >
      <Combobox.InputGroup className="input input-group" ref={group}>
        <Combobox.Input {...input} placeholder={placeholder || t("placeholder")} />
        {chosen && !input.required && (
          <Combobox.Clear className="btn btn-ghost btn-sm btn-icon" aria-label={t("clear", { label: chosen.label })}>
            <X aria-hidden />
          </Combobox.Clear>
        )}
        <ChevronDown aria-hidden className="text-muted" />
        {name && <input type="hidden" name={name} value={chosen?.value ?? ""} />}
      </Combobox.InputGroup>
      <Combobox.Portal container={group.current?.closest("dialog") ?? undefined}>
        <Combobox.Positioner sideOffset={4} className="picker">
          <Combobox.Popup className="picker-popup" aria-busy={found.pending || undefined}>
            {!asked && url && items.length > 0 && <p className="menu-label">{t("recent")}</p>}
            <Combobox.Status className="picker-note">
              {found.pending && t("loading")}
              {found.failed && t("failed")}
              {!found.pending && !found.failed && items.length === 0 && t("none")}
            </Combobox.Status>
            <Combobox.List>{(option: PickerOption) => pickerItem(option)}</Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  )
}

function pickerItem(option: PickerOption) {
  return (
    <Combobox.Item key={option.value} value={option} className="menu-item">
      {option.value === newOne && <Plus aria-hidden />}
      <span className="min-w-0 truncate">{option.label}</span>
      {option.hint && <span className="menu-hint">{option.hint}</span>}
      <Combobox.ItemIndicator className="ms-auto">
        <Check aria-hidden />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  )
}

/** Those that begin a word with the text come first. */
function matching(options: PickerOption[], asked: string): PickerOption[] {
  const wanted = asked.toLowerCase()
  const rank = ({ label }: PickerOption) => {
    const at = ` ${label.toLowerCase()}`.indexOf(` ${wanted}`)
    return at >= 0 ? 0 : label.toLowerCase().includes(wanted) ? 1 : 2
  }
  return options.filter((option) => rank(option) < 2).sort((a, b) => rank(a) - rank(b))
}
