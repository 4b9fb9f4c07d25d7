import { getTranslations } from "next-intl/server"
import { AuthShell } from "@/components/shell/auth-shell"
import { Flash } from "@/components/ui/flash"
import { DemoAccounts } from "./demo-accounts"
import { Providers } from "./providers"
import { SignInForm } from "./sign-in-form"

type SignInPageProps = {
  firm: { name: string } | null
  surface: "workspace" | "portal" | "platform"
  next?: string
  email?: string
}

/** The whole sign-in page of a host. */
export async function SignInPage({ firm, surface, next, email }: SignInPageProps) {
  const t = await getTranslations("access.signIn")
  return (
    <AuthShell
      firm={firm ?? { name: "ConsultantPro" }}
      title={firm ? t("title", { firm: firm.name }) : t("rootTitle")}
      footer={<a href="/forgot">{t("forgot")}</a>}
    >
      <Flash />
      <SignInForm next={next} email={email} />
      {surface !== "platform" && <Providers />}
      <DemoAccounts surface={surface} firm={firm?.name} />
    </AuthShell>
  )
}
