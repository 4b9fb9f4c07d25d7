import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { FileDrop } from "@/components/ui/file-drop"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { removeLogoAction, setLogoAction } from "@/lib/domains/firm/actions"
import type { FirmSettings } from "@/lib/domains/firm/schema"

/** The firm's logo as its clients see it, and another in its place. */
export async function LogoForm({ firm, mayManage }: { firm: FirmSettings; mayManage: boolean }) {
  const t = await getTranslations("settings.portal")
  return (
    <Panel title={t("logo")}>
      <div className="grid gap-4">
        {firm.logo ? (
          <div className="flex flex-wrap items-center justify-between gap-4">
            <span className="logo-sheet">
              <img src={firm.logo} alt={t("logoNow", { firm: firm.name })} />
            </span>
            {mayManage && (
              <ActionForm action={removeLogoAction} className="contents" guard={false}>
                <SubmitButton variant="secondary">{t("logoRemove")}</SubmitButton>
              </ActionForm>
            )}
          </div>
        ) : (
          <p className="text-sm text-muted">{t("logoNone")}</p>
        )}
        {mayManage && (
          <ActionForm action={setLogoAction} labels={{ image: t("logo") }} guard={false}>
            <Field name="image" label={t("logo")} hint={t("logoHint")} required>
              <FileDrop accept="image/png,image/jpeg,image/webp" multiple={false} maxBytes={524_288} />
            </Field>
            <div className="form-actions">
              <SubmitButton variant="secondary">{t("logoSave")}</SubmitButton>
            </div>
          </ActionForm>
        )}
      </div>
    </Panel>
  )
}
