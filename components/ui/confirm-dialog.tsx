"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ActionForm } from "./action-form"
import { Dialog } from "./dialog"
import type { FormAction } from "./form-state"
import { SubmitButton } from "./submit-button"

type ConfirmDialogProps = {
  id: string
  /** The question with what it is about: “Void invoice INV-0042 for €1,200.00?” */
  title: string
  /** What will be lost, and what stays. */
  children?: ReactNode
  /** The verb: “Void invoice”. */
  confirm: string
  action: FormAction
  values?: Record<string, string>
  danger?: boolean
}

/** Only for what can't be undone; everything else does it and offers undo. */
export function ConfirmDialog({
  id,
  title,
  children,
  confirm,
  action,
  values = {},
  danger = true,
}: ConfirmDialogProps) {
  const t = useTranslations("ui.action")
  return (
    <Dialog id={id} title={title}>
      <ActionForm action={action} id={`${id}-form`} guard={false} className="grid gap-4">
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="grid gap-4 text-muted">{children}</div>
        <div className="dialog-foot">
          <button type="button" className="btn btn-secondary" commandfor={id} command="close">
            {t("cancel")}
          </button>
          <SubmitButton variant={danger ? "danger" : "primary"}>{confirm}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  )
}
