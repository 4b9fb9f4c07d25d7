"use client"

import { Plus, X } from "lucide-react"
import { useLocale } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { formatMoney } from "@/components/ui/format"
import { MoneyInput } from "@/components/ui/money-input"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import { asDecimal, lineSum, sums, type TypedLine } from "./line-sums"

export type EditedLine = {
  description: string
  quantity: string
  unitPrice: string
  taxRate: string
  optional: boolean
}
export type LineWords = Record<
  | "description"
  | "quantity"
  | "unitPrice"
  | "taxRate"
  | "amount"
  | "optional"
  | "optionalHint"
  | "add"
  | "subtotal"
  | "tax"
  | "total",
  string
> & { remove: string; row: string }

type LineEditorProps = { lines: EditedLine[]; currency: string; digits: number; words: LineWords }

// Without a script there is no way to add a row, so some empty ones stand ready; a script starts with one.
const spare = 5

/** The lines of a proposal. Sums follow what is typed; what counts is the server's own reckoning. */
export function LineEditor({ lines, currency, digits, words }: LineEditorProps) {
  const locale = useLocale()
  const root = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState(() => [...Array(lines.length + spare).keys()])
  const [scripted, setScripted] = useState(false)
  const [typed, setTyped] = useState<Record<number, TypedLine>>(() => ({ ...lines.map(asTyped) }))

  const read = () => {
    const form = root.current?.closest("form")
    if (form) requestAnimationFrame(() => setTyped(readLines(new FormData(form))))
  }
  const filled = Math.max(lines.length, 1)
  useEffect(() => {
    setRows((all) => all.slice(0, filled))
    setScripted(true)
  }, [filled])
  const add = () => setRows((all) => [...all, Math.max(-1, ...all) + 1])
  const remove = (row: number) => {
    setRows((all) => all.filter((one) => one !== row))
    read()
  }

  const total = sums(Object.values(typed), digits)
  const money = (amount: string) => formatMoney(locale, amount, currency)
  const amountOf = (row: number) => {
    const line = typed[row]
    const sum = line?.unitPrice ? lineSum(line, digits) : null
    return sum ? money(asDecimal(sum.amount, digits)) : ""
  }
  return (
    <div ref={root} onInput={read} className="grid gap-3" id="lines">
      <div className="proposal-line proposal-line-head" aria-hidden>
        <span>{words.description}</span>
        <span>{words.quantity}</span>
        <span>{words.unitPrice}</span>
        <span>{words.taxRate}</span>
        <span>{words.optional}</span>
        <span className="text-end">{words.amount}</span>
      </div>
      {rows.map((row, at) => (
        <fieldset key={row} className={scripted || at < filled ? "proposal-line" : "proposal-line proposal-line-spare"}>
          <legend className="sr-only">{words.row.replace("{n}", String(at + 1))}</legend>
          <Field name={`lines.${row}.description`} label={words.description} hideLabel>
            <Textarea rows={1} defaultValue={lines[row]?.description} placeholder={words.description} />
          </Field>
          <Field name={`lines.${row}.quantity`} label={words.quantity} hideLabel>
            <TextInput inputMode="decimal" defaultValue={lines[row]?.quantity} placeholder={words.quantity} />
          </Field>
          <Field name={`lines.${row}.unitPrice`} label={words.unitPrice} hideLabel>
            <MoneyInput currency={currency} defaultValue={lines[row]?.unitPrice} placeholder="0.00" />
          </Field>
          <Field name={`lines.${row}.taxRate`} label={words.taxRate} hideLabel>
            <TextInput inputMode="decimal" defaultValue={lines[row]?.taxRate} placeholder={words.taxRate} />
          </Field>
          <label className="choice" title={words.optionalHint}>
            <input type="checkbox" name={`lines.${row}.optional`} value="true" defaultChecked={lines[row]?.optional} />
            <span>{words.optional}</span>
          </label>
          <output className="num text-end">{amountOf(row)}</output>
          <Button variant="ghost" size="sm" iconOnly icon={X} onClick={() => remove(row)}>
            {words.remove.replace("{n}", String(at + 1))}
          </Button>
        </fieldset>
      ))}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <Button icon={Plus} onClick={add}>
          {words.add}
        </Button>
        <dl className="facts min-w-56" aria-live="polite">
          <dt>{words.subtotal}</dt>
          <dd className="num text-end">{money(total.subtotal)}</dd>
          <dt>{words.tax}</dt>
          <dd className="num text-end">{money(total.taxTotal)}</dd>
          <dt className="font-semibold">{words.total}</dt>
          <dd className="num text-end font-semibold">{money(total.total)}</dd>
        </dl>
      </div>
    </div>
  )
}

const asTyped = ({ quantity, unitPrice, taxRate, optional }: EditedLine): TypedLine => ({
  quantity,
  unitPrice,
  taxRate,
  counted: !optional,
})

function readLines(form: FormData): Record<number, TypedLine> {
  const lines: Record<number, TypedLine> = {}
  for (const name of form.keys()) {
    const [, row] = /^lines\.(\d+)\.unitPrice$/.exec(name) ?? []
    if (!row) continue
    const field = (key: string) => String(form.get(`lines.${row}.${key}`) ?? "")
    lines[Number(row)] = {
      quantity: field("quantity"),
      unitPrice: field("unitPrice"),
      taxRate: field("taxRate"),
      counted: field("optional") !== "true",
    }
  }
  return lines
}
