import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { Textarea } from "@/components/ui/textarea"
import { changeProspectAction, convertProspectAction, deleteProspectAction } from "@/lib/domains/prospects/actions"
import type { Prospect } from "@/lib/domains/prospects/schema"

/** What a prospect's menu asks before it does it. The board opens the first two by the address. */
export async function ProspectDialogs({ prospect, open }: { prospect: Prospect; open: "won" | "lost" | "none" }) {
  const t = await getTranslations("prospects")
  const { id, companyName: company, contactName: contact } = prospect
  const closed = prospect.stage === "won" || prospect.stage === "lost"
  return (
    <>
      <Dialog
        id="lose"
        title={t("lose.title", { company })}
        open={(open === "lost" && !closed) || undefined}
        closeHref={open === "lost" ? `/prospects/${id}` : undefined}
      >
        <ActionForm action={changeProspectAction} guard={false}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="stage" value="lost" />
          <Field name="lostReason" label={t("field.lostReason")} required>
            <Textarea rows={3} />
          </Field>
          <div className="form-actions">
            <SubmitButton>{t("lose.confirm")}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
      <Dialog
        id="convert"
        title={t("convert.title", { company })}
        open={(open === "won" && !closed) || undefined}
        closeHref={open === "won" ? `/prospects/${id}` : undefined}
      >
        <ActionForm action={convertProspectAction} guard={false}>
          <input type="hidden" name="id" value={id} />
          <p className="text-muted">{t("convert.body", { contact })}</p>
          <div className="form-actions">
            <SubmitButton>{t("convert.confirm")}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
      <ConfirmDialog
        id="delete"
        title={t("delete.title", { company })}
        confirm={t("delete.confirm")}
        action={deleteProspectAction}
        values={{ id }}
      >
        {t("delete.body")}
      </ConfirmDialog>
    </>
  )
}
