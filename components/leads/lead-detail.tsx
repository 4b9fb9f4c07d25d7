import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { ActionForm } from "@/components/ui/action-form"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import { Facts } from "@/components/ui/facts"
import { Field } from "@/components/ui/field"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { Textarea } from "@/components/ui/textarea"
import { When } from "@/components/ui/when"
import { changeLeadAction, deleteLeadAction } from "@/lib/domains/leads/actions"
import type { Lead } from "@/lib/domains/leads/schema"
import { LeadNext } from "./lead-next"

export async function LeadDetail({ lead, mayWrite }: { lead: Lead; mayWrite: boolean }) {
  const t = await getTranslations("leads")
  const { id, companyName: company } = lead
  return (
    <>
      <LeadNext lead={lead} mayWrite={mayWrite} />
      {lead.message && (
        <Panel title={t("detail.message")}>
          <p className="whitespace-pre-line">{lead.message}</p>
        </Panel>
      )}
      <RecordTimeline subjectId={id} />
      {mayWrite && (
        <>
          <Dialog id="lose" title={t("lose.title", { company })}>
            <ActionForm action={changeLeadAction} guard={false}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="status" value="lost" />
              <Field name="lostReason" label={t("field.lostReason")} required>
                <Textarea rows={3} />
              </Field>
              <div className="form-actions">
                <SubmitButton>{t("lose.confirm")}</SubmitButton>
              </div>
            </ActionForm>
          </Dialog>
          <ConfirmDialog
            id="delete"
            title={t("delete.title", { company })}
            confirm={t("delete.confirm")}
            action={deleteLeadAction}
            values={{ id }}
          >
            {t("delete.body")}
          </ConfirmDialog>
        </>
      )}
    </>
  )
}

export async function LeadFacts({ lead, source }: { lead: Lead; source: string }) {
  const t = await getTranslations("leads")
  return (
    <Panel title={t("detail.about")}>
      <Facts
        facts={[
          [t("field.contactName"), lead.contactName],
          [
            t("field.email"),
            <a key="email" className="link" href={`mailto:${lead.email}`}>
              {lead.email}
            </a>,
          ],
          [
            t("field.phone"),
            lead.phone && (
              <a className="link" href={`tel:${lead.phone}`}>
                {lead.phone}
              </a>
            ),
          ],
          [t("field.owner"), lead.ownerName ?? t("field.nobody")],
          [t("field.source"), source],
          [t("field.form"), lead.formTitle],
          [t("field.campaign"), Object.values(lead.utm).join(" · ")],
          [t("field.consent"), lead.consentText],
          [t("field.created"), <When key="created" at={lead.createdAt} />],
          [t("field.reason"), lead.lostReason],
        ]}
      />
    </Panel>
  )
}
