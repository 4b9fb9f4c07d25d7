import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { LinkButton } from "@/components/ui/button"
import { DateInput } from "@/components/ui/date-input"
import { Field } from "@/components/ui/field"
import type { FormAction } from "@/components/ui/form-state"
import { Picker } from "@/components/ui/picker"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import type { ProposalDetail } from "@/lib/domains/proposals/schema"
import type { Prospect } from "@/lib/domains/prospects/schema"
import type { Choice } from "@/lib/kernel/choices"
import { minorUnits } from "@/lib/platform/money"
import { LineEditor, type LineWords } from "./line-editor"

type Props = {
  action: FormAction
  proposal?: ProposalDetail
  /** Whom a new proposal may be for, and the one it was begun for. */
  prospects?: Choice[]
  prospect?: Prospect
  currency: string
  validUntil?: string
}

export async function ProposalForm({ action, proposal, prospects = [], prospect, currency, validUntil }: Props) {
  const [t, ui] = await Promise.all([getTranslations("proposals"), getTranslations("ui.action")])
  const text = (name: keyof typeof fallbacks) => proposal?.[name] ?? fallbacks[name]
  const fallbacks = {
    recipientName: prospect?.contactName,
    recipientEmail: prospect?.email,
    companyName: prospect?.companyName,
  }
  return (
    <ActionForm
      action={action}
      labels={{ title: t("field.title"), prospectId: t("field.prospect") }}
      className="form proposal-form"
    >
      {proposal ? (
        <>
          <input type="hidden" name="id" value={proposal.id} />
          <input type="hidden" name="_version" value={proposal.version} />
        </>
      ) : prospect ? (
        <input type="hidden" name="prospectId" value={prospect.id} />
      ) : (
        <Field name="prospectId" label={t("field.prospect")} hint={t("hint.prospect")} required>
          <Picker options={prospects} url="/api/v1/crm/prospect-choices" />
        </Field>
      )}
      {(proposal || prospect) && (
        <div className="form-row">
          <Field name="companyName" label={t("field.company")} required>
            <TextInput defaultValue={text("companyName")} />
          </Field>
          <Field name="recipientName" label={t("field.recipientName")} required>
            <TextInput defaultValue={text("recipientName")} />
          </Field>
          <Field name="recipientEmail" label={t("field.recipientEmail")} required>
            <TextInput type="email" defaultValue={text("recipientEmail")} />
          </Field>
        </div>
      )}
      <div className="form-row">
        <Field name="title" label={t("field.title")} required>
          <TextInput defaultValue={proposal?.title} />
        </Field>
        <Field name="validUntil" label={t("field.validUntil")}>
          <DateInput defaultValue={proposal ? (proposal.validUntil ?? undefined) : validUntil} />
        </Field>
        <Field name="currency" label={t("field.currency")}>
          <TextInput defaultValue={currency} maxLength={3} />
        </Field>
      </div>
      <Field name="intro" label={t("field.intro")} hint={t("hint.intro")}>
        <Textarea rows={6} defaultValue={proposal?.intro} />
      </Field>
      <section className="form-section">
        <h2>{t("line.title")}</h2>
        <LineEditor
          lines={proposal?.lines ?? []}
          currency={currency}
          digits={minorUnits(currency)}
          words={await lineWords()}
        />
      </section>
      <Field name="terms" label={t("field.terms")} hint={t("hint.terms")}>
        <Textarea rows={6} defaultValue={proposal?.terms} />
      </Field>
      <div className="form-actions">
        <SubmitButton>{proposal ? t("action.save") : t("action.create")}</SubmitButton>
        <noscript>
          <button type="submit" className="btn btn-secondary" name="then" value="lines">
            {t("line.moreRows")}
          </button>
        </noscript>
        <LinkButton href={proposal ? `/proposals/${proposal.id}` : "/proposals"} variant="ghost">
          {ui("cancel")}
        </LinkButton>
      </div>
    </ActionForm>
  )
}

async function lineWords(): Promise<LineWords> {
  const [line, field] = await Promise.all([getTranslations("proposals.line"), getTranslations("proposals.field")])
  return {
    description: line("description"),
    quantity: line("quantity"),
    unitPrice: line("unitPrice"),
    taxRate: line("taxRate"),
    amount: line("amount"),
    optional: line("optional"),
    optionalHint: line("optionalHint"),
    add: line("add"),
    remove: line("remove", { n: "{n}" }),
    row: line("row", { n: "{n}" }),
    subtotal: field("subtotal"),
    tax: field("tax"),
    total: field("total"),
  }
}
