"use client"

import { Plus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import type { InvoiceLine } from "@/lib/domains/invoices/schema"
import { draftTotals } from "./draft-totals"
import { InvoiceTotals } from "./invoice-totals"
import { LineFields } from "./line-fields"

type LineEditorProps = { lines: InvoiceLine[]; currency: string; blank: number }

/** The lines of a draft. Without a script there are empty rows to fill, and a button that comes back with more. */
export function LineEditor({ lines, currency, blank }: LineEditorProps) {
  const t = useTranslations("invoices.editor")
  const [rows, setRows] = useState(() => lines.length + blank)
  const [totals, setTotals] = useState(() => draftTotals(lines, currency))
  const editor = useRef<HTMLFieldSetElement>(null)
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  // In the next frame: the fields that read what is typed have then put their value into the form.
  const recount = () =>
    requestAnimationFrame(() => {
      const form = editor.current?.closest("form")
      if (form) setTotals(draftTotals(linesIn(new FormData(form)), currency))
    })
  return (
    <fieldset id="lines" ref={editor} className="grid gap-3" onInput={recount}>
      <legend className="mb-2 text-md font-semibold">{t("lines")}</legend>
      {Array.from({ length: rows }, (_, at) => (
        <LineFields key={lines[at]?.id ?? `new-${at}`} at={at} line={lines[at]} currency={currency} />
      ))}
      <div className="flex flex-wrap items-start justify-between gap-4">
        {alive && (
          <Button size="sm" icon={Plus} onClick={() => setRows(rows + 1)}>
            {t("add")}
          </Button>
        )}
        {totals && <InvoiceTotals invoice={{ ...totals, currency, amountPaid: "0", amountDue: totals.total }} />}
      </div>
    </fieldset>
  )
}

function linesIn(form: FormData) {
  const lines: { quantity: string; unitPrice: string; taxRate: string }[] = []
  for (let at = 0; form.has(`lines.${at}.description`); at++) {
    const read = (name: string, otherwise: string) => String(form.get(`lines.${at}.${name}`) || otherwise)
    lines.push({ quantity: read("quantity", "1"), unitPrice: read("unitPrice", "0"), taxRate: read("taxRate", "0") })
  }
  return lines
}
