"use client"

import { Check, Copy } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"

/** A value to be taken elsewhere: a link, a key. Selectable without a script. */
export function CopyField({ value, label }: { value: string; label: string }) {
  const t = useTranslations("ui")
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <div className="input input-group pe-1">
      <input readOnly aria-label={label} value={value} onFocus={(event) => event.currentTarget.select()} />
      <button
        type="button"
        className="btn btn-ghost btn-sm"
        onClick={async () => {
          await navigator.clipboard.writeText(value)
          setCopied(true)
        }}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span role="status">{copied ? t("action.copied") : t("action.copy")}</span>
        <span className="sr-only"> {label}</span>
      </button>
    </div>
  )
}
