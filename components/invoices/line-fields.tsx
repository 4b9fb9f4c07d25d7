"use client"

import { useTranslations } from "next-intl"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { TextInput } from "@/components/ui/text-input"
import type { InvoiceLine } from "@/lib/domains/invoices/schema"

/** One line. A row left empty is no line; an empty quantity is 1, an empty tax rate 0. */
export function LineFields({ at, line, currency }: { at: number; line?: InvoiceLine; currency: string }) {
  const t = useTranslations("invoices.editor")
  const name = (field: string) => `lines.${at}.${field}`
  // One row of labels heads the table; on a phone, where each line is a card, every field needs its own.
  const label = (text: string) => (at === 0 ? text : <span className="sm:sr-only">{text}</span>)
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-2 rounded-lg border border-line p-3 sm:grid-cols-[minmax(0,1fr)_5.5rem_9.5rem_5.5rem] sm:border-0 sm:p-0">
      <div className="col-span-2 sm:col-span-1">
        <Field name={name("description")} label={label(t("description"))}>
          <TextInput defaultValue={line?.description} maxLength={500} />
        </Field>
      </div>
      <Field name={name("quantity")} label={label(t("quantity"))}>
        <TextInput
          inputMode="decimal"
          defaultValue={line?.quantity}
          placeholder="1"
          className="text-end"
          autoComplete="off"
        />
      </Field>
      <Field name={name("unitPrice")} label={label(t("unitPrice"))}>
        <MoneyInput currency={currency} defaultValue={line?.unitPrice} />
      </Field>
      <Field name={name("taxRate")} label={label(t("taxRate"))}>
        <TextInput inputMode="decimal" defaultValue={line?.taxRate} placeholder="0" suffix="%" autoComplete="off" />
      </Field>
    </div>
  )
}
