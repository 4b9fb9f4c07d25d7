import { getTranslations } from "next-intl/server"
import { Banner } from "@/components/ui/banner"
import { isProblem } from "@/lib/domains/access/identities/rules"
import { throttle } from "@/lib/domains/access/rules"

/** Why a sign-in with Google or Microsoft did not come about; nothing for a key that isn't known. */
export async function SignInProblem({ problem }: { problem?: string }) {
  if (!isProblem(problem)) return null
  const t = await getTranslations("access.oidc.problems")
  return (
    <div role="alert">
      <Banner tone="warning" title={t(problem, { minutes: throttle.minutes })} />
    </div>
  )
}
