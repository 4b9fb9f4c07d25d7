"use client"

import { useLocale, useTranslations } from "next-intl"
import { parseMoney } from "@/lib/platform/parse"
import { formatMoney } from "./format"
import { ParsedInput } from "./parsed-input"

type MoneyInputProps = {
  currency: string
  /** A decimal string. */
  defaultValue?: string
  id?: string
  name?: string
  required?: boolean
  placeholder?: string
  disabled?: boolean
  "aria-label"?: string
}

export function MoneyInput({ currency, ...rest }: MoneyInputProps) {
  const locale = useLocale()
  const t = useTranslations("ui.money")
  const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 })
  return (
    <ParsedInput
      {...rest}
      inputMode="decimal"
      prefix={currencySign(locale, currency)}
      parse={(typed) => parseMoney(typed, locale)}
      write={(value) => written.format(value as Intl.StringNumericLiteral)}
      reads={(value) => formatMoney(locale, value, currency)}
      unreadable={t("unreadable")}
    />
  )
}

function currencySign(locale: string, currency: string): string {
  const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0)
  return parts.find(({ type }) => type === "currency")?.value ?? currency
}
