import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { CopyField } from "@/components/ui/copy-field"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { updatePortalAction } from "@/lib/domains/firm/actions"
import type { FirmSettings } from "@/lib/domains/firm/schema"
import { siteHost, siteUrl } from "@/lib/platform/env"
import { AccentInput } from "./accent-input"

export async function PortalForm({ firm, mayManage }: { firm: FirmSettings; mayManage: boolean }) {
  const t = await getTranslations("settings.portal")
  const save = (await getTranslations("settings"))("save")
  const { name, subdomain } = firm
  return (
    <ActionForm action={updatePortalAction} labels={{ accent: t("accent"), portalDomain: t("domain") }}>
      <input type="hidden" name="_version" value={firm.version} />
      <AccentInput
        name="accent"
        defaultValue={firm.accent}
        label={t("accent")}
        hint={t("accentHint")}
        preview={{
          title: t("preview"),
          firm: name,
          text: t("previewText"),
          button: t("previewButton"),
          link: t("previewLink"),
        }}
      />
      <section className="form-section">
        <h2>{t("address")}</h2>
        <div className="grid gap-1.5">
          <p className="label">{t("own")}</p>
          <CopyField label={t("address")} value={siteUrl("portal", subdomain, "/")} />
        </div>
        <Field
          name="portalDomain"
          label={t("domain")}
          hint={t("domainHint", { target: siteHost("portal", subdomain).replace(/:\d+$/, "") })}
        >
          <TextInput defaultValue={firm.portalDomain ?? ""} placeholder="portal.example.com" spellCheck={false} />
        </Field>
      </section>
      {mayManage && (
        <div className="form-actions">
          <SubmitButton>{save}</SubmitButton>
        </div>
      )}
    </ActionForm>
  )
}
