"use client"

import { useLocale } from "next-intl"
import { use, useState } from "react"
import { FormContext } from "@/components/ui/form-context"
import { formatMoney } from "@/components/ui/format"
import { sums } from "./line-sums"

type Line = {
  id: string
  description: string
  quantity: string
  unitPrice: string
  taxRate: string
  amount: string
  optional: boolean
  selected: boolean
}

type Props = {
  lines: Line[]
  currency: string
  digits: number
  words: { options: string; take: string; total: string }
}

/** The options with the total they make. Without a script the boxes work all the same. */
export function OptionChoice({ lines, currency, digits, words }: Props) {
  const locale = useLocale()
  const { state, tries } = use(FormContext)
  const options = lines.filter(({ optional }) => optional)
  // After a refusal the boxes are as they were ticked, with a script or without one.
  const ticked = ({ selected }: Line, at: number) => (tries ? state.values[`options.${at}.taken`] === "true" : selected)
  const [taken, setTaken] = useState(() => new Set(options.filter(ticked).map(({ id }) => id)))
  const { total } = sums(
    lines.map((line) => ({ ...line, counted: !line.optional || taken.has(line.id) })),
    digits,
  )
  const toggle = (id: string, on: boolean) =>
    setTaken((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  return (
    <>
      {options.length > 0 && (
        <fieldset className="field">
          <legend className="label">{words.options}</legend>
          {options.map((line, at) => (
            <label key={line.id} className="choice choice-card">
              <input type="hidden" name={`options.${at}.id`} value={line.id} />
              <input
                key={tries}
                type="checkbox"
                name={`options.${at}.taken`}
                value="true"
                defaultChecked={ticked(line, at)}
                onChange={({ target }) => toggle(line.id, target.checked)}
              />
              <span className="flex flex-1 justify-between gap-4">
                <span>{line.description}</span>
                <span className="num">{formatMoney(locale, line.amount, currency)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="flex items-baseline justify-between gap-4 text-lg font-semibold" aria-live="polite">
        <span>{words.total}</span>
        <span className="num">{formatMoney(locale, total, currency)}</span>
      </p>
    </>
  )
}
