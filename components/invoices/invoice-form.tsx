import { getTranslations } from "next-intl/server"
import { Messages } from "@/components/shell/messages"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { Picker } from "@/components/ui/picker"
import { SubmitButton } from "@/components/ui/submit-button"
import { Textarea } from "@/components/ui/textarea"
import type { InvoiceDetail } from "@/lib/domains/invoices/schema"
import type { Choice } from "@/lib/kernel/choices"
import { LineEditor } from "./line-editor"

type InvoiceFormProps = {
  action: FormAction
  invoice?: InvoiceDetail
  currency: string
  clients?: Choice[]
  clientId?: string
}

export async function InvoiceForm({ action, invoice, currency, clients = [], clientId }: InvoiceFormProps) {
  const t = await getTranslations("invoices")
  const lines = invoice?.lines ?? []
  return (
    <ActionForm
      action={action}
      labels={{ clientId: t("fields.clientId"), dueOn: t("fields.dueOn"), lines: t("editor.lines") }}
    >
      {invoice && <input type="hidden" name="id" value={invoice.id} />}
      {invoice && <input type="hidden" name="_version" value={invoice.version} />}
      <div className="form-row">
        {invoice ? null : (
          <Field name="clientId" label={t("fields.clientId")} required>
            <Picker
              placeholder={t("editor.chooseClient")}
              defaultValue={clientId}
              options={clients}
              url="/api/v1/clients/choices"
            />
          </Field>
        )}
        <Field name="dueOn" label={t("fields.dueOn")} hint={t("editor.dueHint")}>
          <DateInput defaultValue={invoice?.dueOn ?? undefined} />
        </Field>
      </div>
      <Messages namespaces={["invoices"]}>
        <LineEditor
          key={invoice?.version}
          lines={lines}
          currency={invoice?.currency ?? currency}
          blank={lines.length > 0 ? 2 : 4}
        />
      </Messages>
      <Field name="notes" label={t("fields.notes")} hint={t("editor.notesHint")}>
        <Textarea rows={3} defaultValue={invoice?.notes} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{t("editor.save")}</SubmitButton>
        <SubmitButton variant="secondary" name="then" value="lines">
          {t("editor.saveAndAdd")}
        </SubmitButton>
        <LinkButton variant="ghost" href={invoice ? `/invoices/${invoice.id}` : "/invoices"}>
          {t("editor.cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}
