"use client"

import { useLocale, useTranslations } from "next-intl"
import { parseHours } from "@/lib/platform/parse"
import { formatHours } from "./format"
import { ParsedInput } from "./parsed-input"

type HoursInputProps = {
  /** A decimal string: "1.50". */
  defaultValue?: string
  id?: string
  name?: string
  required?: boolean
  disabled?: boolean
  "aria-label"?: string
}

export function HoursInput(props: HoursInputProps) {
  const locale = useLocale()
  const t = useTranslations("ui.hours")
  const write = (value: string) => formatHours(locale, value).replace(" h", "")
  return (
    <ParsedInput
      placeholder="1:30"
      {...props}
      parse={parseHours}
      write={write}
      reads={(value) => t("reads", { hours: formatHours(locale, value) })}
      unreadable={t("unreadable")}
    />
  )
}
