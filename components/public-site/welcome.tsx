import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { finishSignUpAction } from "@/lib/domains/sign-up/actions"

type WelcomeProps = { token: string; waiting: { firmName: string; host: string; email: string } }

/** What the mailed link leads to. Opening it makes nothing: mail scanners open links too. */
export async function Welcome({ token, waiting: { firmName, host, email } }: WelcomeProps) {
  const t = await getTranslations("sign-up.welcome")
  const strong = (text: React.ReactNode) => <strong className="font-medium text-text">{text}</strong>
  return (
    <>
      <p className="site-lead">{t.rich("body", { host, email, strong })}</p>
      <ActionForm action={finishSignUpAction} guard={false} labels={{ password: t("password") }}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <Field name="password" label={t("password")} required>
          <TextInput type="password" autoComplete="current-password" />
        </Field>
        <SubmitButton size="lg">{t("action", { firm: firmName })}</SubmitButton>
      </ActionForm>
      <p className="site-note">{t("not")}</p>
    </>
  )
}
