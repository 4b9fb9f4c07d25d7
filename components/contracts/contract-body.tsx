import { getTranslations } from "next-intl/server"
import { RecordTimeline } from "@/components/audit/record-timeline"
import { Prose } from "@/components/proposals/prose"
import { ActionForm } from "@/components/ui/action-form"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog, DialogButton } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { NextStep } from "@/components/ui/next-step"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { sendContractAction, signOnBehalfAction } from "@/lib/domains/contracts/actions"
import type { Contract } from "@/lib/domains/contracts/schema"

export async function ContractBody({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const t = await getTranslations("contracts")
  const { id, number, clientName: client } = contract
  return (
    <>
      <ContractNext contract={contract} mayWrite={mayWrite} />
      <Panel title={t("detail.terms")}>
        {contract.terms ? <Prose text={contract.terms} /> : <p className="text-muted">{t("detail.noTerms")}</p>}
      </Panel>
      <RecordTimeline subjectId={id} />
      {mayWrite && (
        <>
          <ConfirmDialog
            id="send"
            title={t("send.title", { number, client })}
            confirm={t("send.confirm")}
            action={sendContractAction}
            values={{ id }}
            danger={false}
          >
            {t("send.body", { client })}
          </ConfirmDialog>
          <Dialog id="sign" title={t("sign.title", { client })}>
            <ActionForm
              action={signOnBehalfAction}
              guard={false}
              labels={{ signerName: t("sign.name"), signerEmail: t("sign.email") }}
            >
              <input type="hidden" name="id" value={id} />
              <p className="text-muted">{t("sign.body")}</p>
              <Field name="signerName" label={t("sign.name")} required>
                <TextInput defaultValue={contract.signerName ?? ""} />
              </Field>
              <Field name="signerEmail" label={t("sign.email")} required>
                <TextInput type="email" defaultValue={contract.signerEmail ?? ""} />
              </Field>
              <div className="form-actions">
                <SubmitButton>{t("sign.confirm")}</SubmitButton>
              </div>
            </ActionForm>
          </Dialog>
        </>
      )}
    </>
  )
}

async function ContractNext({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const t = await getTranslations("contracts.next")
  const button = (dialog: "send", label: string) =>
    mayWrite && (
      <DialogButton dialog={dialog} variant="primary">
        {label}
      </DialogButton>
    )
  switch (contract.status) {
    case "draft":
      return (
        <NextStep title={t("draft")} action={button("send", t("send"))}>
          {t("draftBody")}
        </NextStep>
      )
    case "sent":
      return (
        <NextStep title={t("sent")} action={button("send", t("remind"))}>
          {t("sentBody")}
        </NextStep>
      )
    case "signed":
      return (
        <NextStep title={t("signed")} action={button("send", t("send"))}>
          {t("signedBody")}
        </NextStep>
      )
    case "void":
      return <NextStep title={t("void")} />
  }
}
