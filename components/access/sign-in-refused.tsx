import { getTranslations } from "next-intl/server"
import { AuthShell } from "@/components/shell/auth-shell"
import { Banner } from "@/components/ui/banner"

/** What the auth. host says where it can't send anybody back to a firm's own page. */
export async function SignInRefused({ problem }: { problem: "expired" | "nowhere" }) {
  const t = await getTranslations("access.oidc.refused")
  return (
    <AuthShell firm={null} title={t("title")}>
      <Banner tone="warning" title={t(problem)} />
    </AuthShell>
  )
}
