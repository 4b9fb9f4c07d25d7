import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { createPortalUserAction } from "@/lib/domains/portal-users/actions"
import { RoleChoice } from "./portal-user-tools"

export async function InviteForm({ clientId }: { clientId: string }) {
  const t = await getTranslations("clients.portal")
  return (
    <Panel title={t("invite")}>
      <ActionForm action={createPortalUserAction} labels={{ email: t("email"), name: t("name") }}>
        <input type="hidden" name="id" value={clientId} />
        <p className="text-sm text-muted">{t("inviteBody")}</p>
        <div className="form-row">
          <Field name="name" label={t("name")} required>
            <TextInput autoComplete="off" />
          </Field>
          <Field name="email" label={t("email")} required>
            <TextInput type="email" autoComplete="off" />
          </Field>
        </div>
        <RoleChoice />
        <div className="form-actions">
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  )
}
