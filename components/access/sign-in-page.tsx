import { getTranslations } from "next-intl/server"
import { AuthShell } from "@/components/shell/auth-shell"
import { Flash } from "@/components/ui/flash"
import { DemoAccounts } from "./demo-accounts"
import { Providers } from "./providers"
import { SignInForm } from "./sign-in-form"
import { SignInProblem } from "./sign-in-problem"

type SignInPageProps = {
  firm: { name: string; logo?: string } | null
  surface: "workspace" | "portal" | "platform"
  next?: string
  email?: string
  /** The key of what went wrong at Google or Microsoft. */
  problem?: string
}

/** The whole sign-in page of a host. */
export async function SignInPage({ firm, surface, next, email, problem }: SignInPageProps) {
  const t = await getTranslations("access.signIn")
  return (
    <AuthShell
      firm={firm ?? null}
      title={firm ? t("title", { firm: firm.name }) : t("rootTitle")}
      footer={<a href="/forgot">{t("forgot")}</a>}
    >
      <Flash />
      <SignInProblem problem={problem} />
      <SignInForm next={next} email={email} />
      {surface !== "platform" && <Providers next={next} />}
      <DemoAccounts surface={surface} firm={firm?.name} />
    </AuthShell>
  )
}
