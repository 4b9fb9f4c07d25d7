import type { ReactNode } from "react"
import { ActionForm } from "./action-form"
import type { FormAction } from "./form-state"
import { SubmitButton } from "./submit-button"

type StepButtonProps = {
  action: FormAction
  values: Record<string, string>
  variant?: "primary" | "secondary" | "ghost"
  children: ReactNode
}

/** One button that does one thing to a record, as a form of its own. */
export function StepButton({ action, values, variant = "primary", children }: StepButtonProps) {
  return (
    <ActionForm action={action} guard={false} className="contents">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </ActionForm>
  )
}
