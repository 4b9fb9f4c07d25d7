import { getTranslations } from "next-intl/server"
import { AuthShell } from "@/components/shell/auth-shell"
import { ActionForm } from "@/components/ui/action-form"
import { Banner } from "@/components/ui/banner"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { requestResetAction } from "@/lib/domains/access/actions"

export async function ForgotPage({ firm, sent }: { firm: { name: string } | null; sent: boolean }) {
  const t = await getTranslations("access.forgot")
  return (
    <AuthShell
      firm={firm ?? null}
      title={t("title")}
      subtitle={sent ? undefined : t("intro")}
      footer={<a href="/sign-in">{t("back")}</a>}
    >
      {sent ? (
        <Banner tone="positive" title={t("sent")} />
      ) : (
        <ActionForm action={requestResetAction} labels={{ email: t("email") }}>
          <Field name="email" label={t("email")} required>
            <TextInput type="email" autoComplete="username" autoFocus />
          </Field>
          <SubmitButton wide>{t("submit")}</SubmitButton>
        </ActionForm>
      )}
    </AuthShell>
  )
}
