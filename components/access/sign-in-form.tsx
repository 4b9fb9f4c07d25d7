import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { signInAction } from "@/lib/domains/access/actions"

/** E-mail and password; works before scripts load, and keeps the e-mail after a refusal. */
export async function SignInForm({ next, email }: { next?: string; email?: string }) {
  const t = await getTranslations("access.signIn")
  return (
    <ActionForm action={signInAction} labels={{ email: t("email"), password: t("password") }}>
      {next && <input type="hidden" name="next" value={next} />}
      <Field name="email" label={t("email")} required>
        <TextInput type="email" autoComplete="username" defaultValue={email} autoFocus />
      </Field>
      <Field name="password" label={t("password")} required>
        <TextInput type="password" autoComplete="current-password" />
      </Field>
      <SubmitButton wide>{t("submit")}</SubmitButton>
    </ActionForm>
  )
}
