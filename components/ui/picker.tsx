"use client"

import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { useControl } from "./form-context"
import { PickerField } from "./picker-field"
import type { PickerOption } from "./picker-input"
import { Select } from "./select"

type PickerProps = {
  /** All there is, or with `url` the likely ones and the one chosen. */
  options: PickerOption[]
  /** Answers `{ results: { value, label, hint? }[] }` to `?q=`. */
  url?: string
  /** A server action that makes a new one of this name and answers it; null when it may not. */
  create?: (name: string) => Promise<PickerOption | null>
  defaultValue?: string
  placeholder?: string
  id?: string
  name?: string
  required?: boolean
}

/** A native select that becomes a searching combobox where there are scripts; each works alone. */
export function Picker({ options, url, create, defaultValue, placeholder = "", ...rest }: PickerProps) {
  const { attributes, typed, rounds } = useControl(rest)
  const native = useRef<HTMLDivElement>(null)
  const [searching, setSearching] = useState<{ value: string } | "failed">()

  useEffect(() => {
    const select = native.current?.querySelector("select")
    const swap = () => setSearching((before) => before ?? { value: select?.value ?? "" })
    if (select !== document.activeElement) return swap()
    // Whoever is choosing already isn't disturbed.
    select?.addEventListener("blur", swap, { once: true })
    return () => select?.removeEventListener("blur", swap)
  }, [])

  if (searching && searching !== "failed")
    return (
      <PickerField
        key={rounds}
        attributes={attributes}
        options={options}
        url={url}
        create={create}
        placeholder={placeholder}
        defaultValue={typed ?? (rounds ? defaultValue : searching.value || defaultValue)}
        onFailure={() => setSearching("failed")}
      />
    )
  return (
    <div ref={native} className="grid gap-1">
      <Select {...rest} options={options} placeholder={placeholder} defaultValue={defaultValue} />
      {url && <AllOfThem />}
    </div>
  )
}

/** Without scripts nothing searches: then one asks the page for everything there is. */
function AllOfThem() {
  const t = useTranslations("ui.picker")
  const asked = useSearchParams()
  if (asked.has("all")) return null
  return (
    <noscript>
      <a className="link text-sm" href={`?${new URLSearchParams([...asked, ["all", "true"]])}`}>
        {t("all")}
      </a>
    </noscript>
  )
}
