import { getLocale, getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { formatMoney } from "@/components/ui/format"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { Textarea } from "@/components/ui/textarea"
import {
  acceptOnBehalfAction,
  declineOnBehalfAction,
  deleteProposalAction,
  duplicateProposalAction,
  revokeLinkAction,
  sendProposalAction,
} from "@/lib/domains/proposals/actions"
import type { ProposalDetail } from "@/lib/domains/proposals/schema"

/** What a proposal's buttons ask before they do it. */
export async function ProposalDialogs({ proposal }: { proposal: ProposalDetail }) {
  const [t, locale] = await Promise.all([getTranslations("proposals"), getLocale()])
  const { id, number, recipientName: name, recipientEmail: email, companyName: company, status } = proposal
  const total = formatMoney(locale, proposal.total, proposal.currency)
  return (
    <>
      <ConfirmDialog
        id="send"
        title={t("send.title", { number, name })}
        confirm={t("send.confirm")}
        action={sendProposalAction}
        values={{ id }}
        danger={false}
      >
        {status === "draft" ? t("send.body", { email, total }) : t("send.again", { email })}
      </ConfirmDialog>
      <Dialog id="accept" title={t("accept.title", { company })}>
        <AcceptForm proposal={proposal} />
      </Dialog>
      <Dialog id="decline" title={t("decline.title", { company })}>
        <ActionForm action={declineOnBehalfAction} guard={false}>
          <input type="hidden" name="id" value={id} />
          <Field name="reason" label={t("decline.reason")}>
            <Textarea rows={3} />
          </Field>
          <div className="form-actions">
            <SubmitButton>{t("decline.confirm")}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
      <ConfirmDialog
        id="duplicate"
        title={t("duplicate.title", { number })}
        confirm={t("action.duplicate")}
        action={duplicateProposalAction}
        values={{ id }}
        danger={false}
      >
        {t("duplicate.body")}
      </ConfirmDialog>
      <ConfirmDialog
        id="revoke"
        title={t("revoke.title", { number })}
        confirm={t("revoke.confirm")}
        action={revokeLinkAction}
        values={{ id }}
      >
        {t("revoke.body")}
      </ConfirmDialog>
      <ConfirmDialog
        id="delete"
        title={t("delete.title", { number })}
        confirm={t("delete.confirm")}
        action={deleteProposalAction}
        values={{ id }}
      >
        {t("delete.body")}
      </ConfirmDialog>
    </>
  )
}

async function AcceptForm({ proposal }: { proposal: ProposalDetail }) {
  const t = await getTranslations("proposals.accept")
  const options = proposal.lines.filter(({ optional }) => optional)
  return (
    <ActionForm
      action={acceptOnBehalfAction}
      guard={false}
      labels={{ signerName: t("signerName"), signerEmail: t("signerEmail") }}
    >
      <input type="hidden" name="id" value={proposal.id} />
      <p className="text-muted">{t("body")}</p>
      <Field name="signerName" label={t("signerName")} required>
        <TextInput defaultValue={proposal.recipientName} />
      </Field>
      <Field name="signerEmail" label={t("signerEmail")} hint={t("signerHint")} required>
        <TextInput type="email" defaultValue={proposal.recipientEmail} />
      </Field>
      {options.length > 0 && (
        <fieldset className="field">
          <legend className="label">{t("options")}</legend>
          {options.map((line, at) => (
            <label key={line.id} className="choice">
              <input type="hidden" name={`options.${at}.id`} value={line.id} />
              <input type="checkbox" name={`options.${at}.taken`} value="true" defaultChecked={line.selected} />
              <span>{line.description}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="form-actions">
        <SubmitButton>{t("confirm")}</SubmitButton>
      </div>
    </ActionForm>
  )
}
