"use client"

import { Combobox } from "@base-ui/react/combobox"
import { Check, Plus } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ComponentProps, type RefObject, useLayoutEffect } from "react"
import type { PickerAttributes, PickerOption, Wire } from "./picker-input"
import { useResults } from "./use-results"

export type PickerListProps = {
  attributes: PickerAttributes
  input: RefObject<HTMLInputElement | null>
  wire: RefObject<Wire | null>
  anchor: HTMLElement | null
  options: PickerOption[]
  url?: string
  create?: (name: string) => Promise<PickerOption | null>
  chosen: PickerOption | null
  onChoose: (option: PickerOption | null) => void
  text: string
  onWrite: (typed: string) => void
  open: boolean
  onOpen: (open: boolean) => void
}

const newOne = "\u0000new"
const written = ["input-change", "input-clear", "clear-press"]

/** The list of a picker, and what the picker's input does with it. */
export function PickerList(props: PickerListProps) {
  const { attributes, input, wire, anchor, options, url, create, chosen, onChoose, text, onWrite, open, onOpen } = props
  const t = useTranslations("ui.picker")
  const asked = text.trim() === chosen?.label ? "" : text.trim()
  const found = useResults<PickerOption>(url, asked)

  const listed = url && asked ? found.results : matching(options, asked)
  const known = listed.some(({ label }) => label.toLowerCase() === asked.toLowerCase())
  const offered = create && asked && !known && !found.pending
  const items = offered ? [...listed, { value: newOne, label: t("create", { name: asked }) }] : listed

  const choose = async (option: PickerOption | null) =>
    onChoose(option?.value === newOne ? ((await create?.(asked)) ?? null) : option)

  return (
    <Combobox.Root
      items={items}
      filter={null}
      value={chosen}
      onValueChange={(option) => void choose(option)}
      inputValue={text}
      onInputValueChange={(typed, { reason }) => {
        if (written.includes(reason)) onWrite(typed)
      }}
      open={open}
      onOpenChange={onOpen}
      itemToStringLabel={(option: PickerOption) => option.label}
      isItemEqualToValue={(one, other) => one.value === other.value}
      autoHighlight
    >
      <Combobox.Input {...attributes} render={(made) => <Wired made={made} input={input} wire={wire} />} />
      <Combobox.Portal container={anchor?.closest("dialog") ?? undefined}>
        <Combobox.Positioner anchor={anchor} sideOffset={4} className="picker">
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

type WiredProps = Pick<PickerListProps, "input" | "wire"> & { made: ComponentProps<"input"> }

/** Stands where the combobox would draw an input, and hands what it makes of one to the input that is there already. */
function Wired({ made: { ref, ...made }, input, wire }: WiredProps) {
  useLayoutEffect(() => {
    const node = input.current
    if (typeof ref === "function") {
      const release = ref(node)
      return typeof release === "function" ? release : () => void ref(null)
    }
    if (ref) ref.current = node
  }, [ref, input])
  // With every drawing: the handlers belong to it.
  useLayoutEffect(() => wire.current?.(made))
  return null
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
