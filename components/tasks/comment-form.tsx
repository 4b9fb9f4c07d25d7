import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { SubmitButton } from "@/components/ui/submit-button"
import { Textarea } from "@/components/ui/textarea"

type CommentFormProps = {
  action: FormAction
  /** What the operation calls the task. */
  field: "id" | "taskId"
  taskId: string
  label: string
  placeholder: string
  hint?: string
  send: string
  primary?: boolean
}

export function CommentForm({ action, field, taskId, label, placeholder, hint, send, primary }: CommentFormProps) {
  return (
    <ActionForm action={action} labels={{ body: label }} className="grid gap-2">
      <input type="hidden" name={field} value={taskId} />
      <Field name="body" label={label} hint={hint} hideLabel>
        <Textarea rows={3} placeholder={placeholder} aria-label={label} />
      </Field>
      <div className="flex justify-end">
        <SubmitButton variant={primary ? "primary" : "secondary"}>{send}</SubmitButton>
      </div>
    </ActionForm>
  )
}
