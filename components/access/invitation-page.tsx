import { getTranslations } from "next-intl/server"
import { AuthShell } from "@/components/shell/auth-shell"
import { ActionForm } from "@/components/ui/action-form"
import { Banner } from "@/components/ui/banner"
import { Field } from "@/components/ui/field"
import { SubmitButton } from "@/components/ui/submit-button"
import { TextInput } from "@/components/ui/text-input"
import { joinAction } from "@/lib/domains/access/actions"

type InvitationPageProps = {
  firm: { name: string } | null
  token: string
  invitation: {
    about: "member" | "portal_user"
    firmName: string
    email: string
    name: string
    hasPassword: boolean
  } | null
}

export async function InvitationPage({ firm, token, invitation }: InvitationPageProps) {
  const t = await getTranslations("access.invitation")
  if (!invitation) {
    return (
      <AuthShell firm={firm ?? null} title={t("goneTitle")}>
        <Banner tone="warning" title={t("gone")} />
      </AuthShell>
    )
  }
  const { about, firmName, email, name, hasPassword } = invitation
  return (
    <AuthShell
      firm={{ name: firmName }}
      title={t(about === "member" ? "title" : "portalTitle", { firm: firmName })}
      subtitle={t(hasPassword ? "introKnown" : "intro", { email })}
    >
      <ActionForm action={joinAction} labels={{ name: t("name"), password: t("password") }}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="username" value={email} autoComplete="username" />
        <Field name="name" label={t("name")} required>
          <TextInput autoComplete="name" defaultValue={name} />
        </Field>
        <Field name="password" label={t("password")} hint={hasPassword ? undefined : t("hint")} required>
          <TextInput type="password" autoComplete={hasPassword ? "current-password" : "new-password"} autoFocus />
        </Field>
        <SubmitButton wide>{t("submit")}</SubmitButton>
      </ActionForm>
    </AuthShell>
  )
}
