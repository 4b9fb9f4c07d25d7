import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { DataTable } from "@/components/ui/data-table"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import { Hours } from "@/components/ui/hours"
import { Money } from "@/components/ui/money"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { packRows } from "@/components/ui/table-rows"
import { TextInput } from "@/components/ui/text-input"
import { createInvoiceFromTimeAction } from "@/lib/domains/invoices/actions"
import type { TimeEntry } from "@/lib/domains/time/schema"
import type { Unbilled } from "./unbilled-table"

type FromTimeFormProps = { unbilled: Unbilled; entries: TimeEntry[]; more: number }

/** What will be on the invoice, and the few choices left. */
export async function FromTimeForm({ unbilled, entries, more }: FromTimeFormProps) {
  const t = await getTranslations("invoices.new")
  const { clientId, projectId, clientName, projectName, hours, amount, currency } = unbilled
  const rows = entries.map((entry) => [
    entry.id,
    null,
    [entry.taskTitle ?? entry.projectName, entry.description],
    entry.date,
    entry.memberName,
    entry.hours,
    [entry.billedAmount, entry.currency],
  ])
  return (
    <>
      <Panel title={t("terms", { project: projectName, client: clientName })}>
        <ActionForm action={createInvoiceFromTimeAction} labels={{ until: t("until"), taxRate: t("taxRate") }}>
          <input type="hidden" name="clientId" value={clientId} />
          <input type="hidden" name="projectId" value={projectId} />
          <p className="text-lg">
            <strong className="font-semibold">
              <Money amount={amount} currency={currency} />
            </strong>{" "}
            <span className="text-muted">
              <Hours value={hours} />
            </span>
          </p>
          <div className="form-row">
            <Field name="until" label={t("until")} hint={t("untilHint")}>
              <DateInput />
            </Field>
            <Field name="taxRate" label={t("taxRate")} hint={t("taxHint")}>
              <TextInput inputMode="decimal" placeholder="0" suffix="%" autoComplete="off" />
            </Field>
          </div>
          <div className="form-actions">
            <SubmitButton>{t("create")}</SubmitButton>
          </div>
        </ActionForm>
      </Panel>
      <Panel title={t("entries", { count: entries.length + more })} flush>
        <DataTable
          caption={t("entriesCaption")}
          columns={[
            { key: "task", label: t("columns.task") },
            { key: "date", label: t("columns.date"), kind: "day", muted: true },
            { key: "person", label: t("columns.person"), muted: true, phone: "hide" },
            { key: "hours", label: t("columns.hours"), kind: "hours" },
            { key: "amount", label: t("columns.amount"), kind: "money", phone: "end" },
          ]}
          rows={packRows(rows)}
        />
      </Panel>
    </>
  )
}
