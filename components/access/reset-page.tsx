import { getTranslations } from "next-intl/server"
import { AuthShell } from "@/components/shell/auth-shell"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { resetAction } from "@/lib/domains/access/actions"

export async function ResetPage({ firm, token }: { firm: { name: string } | null; token: string }) {
  const t = await getTranslations("access.reset")
  return (
    <AuthShell firm={firm ?? null} title={t("title")}>
      <ActionForm action={resetAction} labels={{ password: t("password") }}>
        <input type="hidden" name="token" value={token} />
        <Field name="password" label={t("password")} hint={t("hint")} required>
          <TextInput type="password" autoComplete="new-password" minLength={8} autoFocus />
        </Field>
        <SubmitButton wide>{t("submit")}</SubmitButton>
      </ActionForm>
    </AuthShell>
  )
}
