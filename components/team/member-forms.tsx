import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { MoneyInput } from "@/components/ui/money-input"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { setMemberAccessAction, updateMemberAction } from "@/lib/domains/team/actions"
import type { Member } from "@/lib/domains/team/schema"
import { AccessFields } from "./access-fields"

export async function AccessForm({ member, mayMakeOwners }: { member: Member; mayMakeOwners: boolean }) {
  const t = await getTranslations("team")
  return (
    <Panel title={t("access")}>
      <ActionForm action={setMemberAccessAction} labels={{ role: t("fields.role") }}>
        <input type="hidden" name="id" value={member.id} />
        <AccessFields role={member.role} grants={member.grants} mayMakeOwners={mayMakeOwners} />
        <div className="form-actions">
          <SubmitButton>{t("saveAccess")}</SubmitButton>
          {member.status === "active" && <p className="text-sm text-muted">{t("accessNote", { name: member.name })}</p>}
        </div>
      </ActionForm>
    </Panel>
  )
}

export async function DetailsForm({ member, currency }: { member: Member; currency: string }) {
  const t = await getTranslations("team")
  return (
    <Panel title={t("nameAndRate")}>
      <ActionForm action={updateMemberAction} labels={{ name: t("fields.name"), hourlyRate: t("fields.hourlyRate") }}>
        <input type="hidden" name="id" value={member.id} />
        <input type="hidden" name="_version" value={member.version} />
        <div className="form-row">
          <Field name="name" label={t("fields.name")} required>
            <TextInput defaultValue={member.name} autoComplete="off" />
          </Field>
          <Field name="hourlyRate" label={t("fields.hourlyRate")} hint={t("fields.hourlyRateHint")}>
            <MoneyInput currency={currency} defaultValue={member.hourlyRate ?? undefined} />
          </Field>
        </div>
        <div className="form-actions">
          <SubmitButton variant="secondary">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </Panel>
  )
}
