"use client"

import { Check, ChevronDown, Plus, X } from "lucide-react"
import Link from "next/link"
import { useSearchParams } from "next/navigation"
import { useTranslations } from "next-intl"
import { Popup, PopupButton } from "./popup"
import { searchHref } from "./search-href"

export type Filter = {
  /** The query parameter. */
  name: string
  label: string
  options: { value: string; label: string }[]
  /** Several values at once. */
  multiple?: boolean
}

export function FilterChip({ filter: { name, label, options, multiple } }: { filter: Filter }) {
  const t = useTranslations("ui.list")
  const params = useSearchParams()
  const query = params.toString()
  const chosen = params.getAll(name)
  const words = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value).join(", ")
  const id = `filter-${name}`
  const hrefFor = (value: string) => {
    if (!multiple) return searchHref(query, { [name]: chosen.includes(value) ? null : value })
    const rest = chosen.filter((each) => each !== value)
    return searchHref(query, { [name]: rest.length < chosen.length ? rest : [...chosen, value] })
  }

  return (
    <span className="inline-flex">
      <PopupButton target={id} className={chosen.length ? "chip chip-on" : "chip"}>
        {!chosen.length && <Plus aria-hidden />}
        {label}
        {chosen.length > 0 && <b>{words}</b>}
        {chosen.length > 0 && <ChevronDown aria-hidden />}
      </PopupButton>
      <Popup id={id} label={t("filter", { label })}>
        {options.map((option) => {
          const on = chosen.includes(option.value)
          return (
            <Link
              key={option.value}
              className="menu-item"
              href={hrefFor(option.value)}
              aria-current={on ? "true" : undefined}
              prefetch={false}
              replace
              scroll={false}
            >
              {option.label}
              {on && <Check aria-hidden className="ms-auto" />}
            </Link>
          )
        })}
        {chosen.length > 0 && (
          <Link
            className="menu-item"
            href={searchHref(query, { [name]: null })}
            prefetch={false}
            replace
            scroll={false}
          >
            <X aria-hidden />
            {t("clear", { label })}
          </Link>
        )}
      </Popup>
    </span>
  )
}
