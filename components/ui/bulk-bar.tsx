"use client"

import { useTranslations } from "next-intl"
import { SubmitButton } from "./submit-button"

export type BulkAction = {
  label: string
  /** A server action; gets the picked ids as `ids`. */
  action: (form: FormData) => void | Promise<void>
  danger?: boolean
}

/** What can be done to the picked rows; appears by style when one is picked, so it needs no script. */
export function BulkBar({ actions, picked }: { actions: BulkAction[]; picked: number }) {
  const t = useTranslations("ui.list")
  return (
    <div className="bulk-bar">
      {picked > 0 && <span role="status">{t("selected", { count: picked })}</span>}
      {actions.map(({ label, action, danger }) => (
        <SubmitButton key={label} size="sm" variant={danger ? "danger" : "secondary"} formAction={action}>
          {label}
        </SubmitButton>
      ))}
      <button type="reset" className="btn btn-ghost btn-sm">
        {t("clearSelection")}
      </button>
    </div>
  )
}
