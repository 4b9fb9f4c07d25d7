import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { Dialog, DialogButton } from "@/components/ui/dialog"
import { RadioGroup } from "@/components/ui/radio-group"
import { SubmitButton } from "@/components/ui/submit-button"
import { portalRoles } from "@/lib/domains/clients/schema"
import {
  invitePortalUserAction,
  revokePortalUserAction,
  updatePortalUserAction,
} from "@/lib/domains/portal-users/actions"
import type { PortalUser } from "@/lib/domains/portal-users/schema"

/** What can be done with a person's access, as it stands. */
export async function PortalUserTools({ user: { id, name, role, status } }: { user: PortalUser }) {
  const t = await getTranslations("clients.portal")
  return (
    <div className="flex flex-wrap gap-2">
      {status !== "active" && (
        <ActionForm action={invitePortalUserAction} guard={false} className="contents">
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="secondary" size="sm">
            {t(status === "invited" ? "again" : "giveBack")}
          </SubmitButton>
        </ActionForm>
      )}
      {status !== "revoked" && (
        <>
          <DialogButton dialog={`role-${id}`} variant="ghost" size="sm">
            {t("changeRole")}
          </DialogButton>
          <DialogButton dialog={`revoke-${id}`} variant="ghost" size="sm">
            {t(status === "invited" ? "withdraw" : "revoke")}
          </DialogButton>
          <Dialog id={`role-${id}`} title={`${t("changeRole")}: ${name}`}>
            <ActionForm action={updatePortalUserAction}>
              <input type="hidden" name="id" value={id} />
              <RoleChoice role={role} />
              <div className="dialog-foot">
                <SubmitButton>{t("saveRole")}</SubmitButton>
              </div>
            </ActionForm>
          </Dialog>
          <ConfirmDialog
            id={`revoke-${id}`}
            title={t("revokeTitle", { name })}
            confirm={t(status === "invited" ? "withdraw" : "revoke")}
            action={revokePortalUserAction}
            values={{ id }}
          >
            <p>{t("revokeBody")}</p>
          </ConfirmDialog>
        </>
      )}
    </div>
  )
}

export async function RoleChoice({ role = "admin" }: { role?: PortalUser["role"] }) {
  const t = await getTranslations("clients.portal")
  return (
    <RadioGroup
      name="role"
      label={t("role")}
      defaultValue={role}
      options={portalRoles.map((value) => ({ value, label: t(`roles.${value}`), hint: t(`roleHints.${value}`) }))}
    />
  )
}
