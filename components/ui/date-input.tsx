"use client"

import { Calendar } from "lucide-react"
import { useLocale, useTimeZone, useTranslations } from "next-intl"
import { useRef } from "react"
import { parseDate } from "@/lib/platform/parse-date"
import { dayIn, formatDay } from "./format"
import { ParsedInput } from "./parsed-input"
import { useFreshNow } from "./use-fresh-now"

type DateInputProps = {
  /** `YYYY-MM-DD`. */
  defaultValue?: string
  min?: string
  max?: string
  id?: string
  name?: string
  required?: boolean
  disabled?: boolean
  "aria-label"?: string
}

/** Words or figures, or the browser's own calendar behind the button. */
export function DateInput({ min, max, ...rest }: DateInputProps) {
  const locale = useLocale()
  const t = useTranslations("ui.date")
  const today = dayIn(useFreshNow(), useTimeZone() ?? "UTC")
  const native = useRef<HTMLInputElement>(null)
  return (
    <ParsedInput
      {...rest}
      parse={(typed) => parseDate(typed, today, locale)}
      write={(value) => formatDay(locale, value)}
      reads={(value) => formatDay(locale, value, true)}
      unreadable={t("unreadable")}
      suffix={(set, value) => (
        <span className="relative inline-flex">
          <button
            type="button"
            className="btn btn-ghost btn-sm btn-icon -me-1.5"
            title={t("pick")}
            disabled={rest.disabled}
            onClick={() => native.current?.showPicker()}
          >
            <Calendar aria-hidden />
            <span className="sr-only">{t("pick")}</span>
          </button>
          <input
            ref={native}
            type="date"
            tabIndex={-1}
            aria-hidden
            min={min}
            max={max}
            value={value}
            onChange={(event) => set(event.target.value)}
            className="pointer-events-none absolute inset-0 size-full opacity-0"
          />
        </span>
      )}
    />
  )
}
