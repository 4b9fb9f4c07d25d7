import { getTranslations } from "next-intl/server"
import { ActionForm } from "@/components/ui/action-form"
import { buttonClass } from "@/components/ui/button"
import { Panel } from "@/components/ui/panel"
import { SubmitButton } from "@/components/ui/submit-button"
import { When } from "@/components/ui/when"
import { unlinkIdentityAction } from "@/lib/domains/access/identities/actions"
import { listIdentities } from "@/lib/domains/access/identities/operations"
import { linkProof } from "@/lib/domains/access/identities/rules"
import { load } from "@/lib/kernel/load"
import { currentSite } from "@/lib/platform/current-site"
import { configuredProviders } from "@/lib/platform/identity-providers"
import { sessionKey, surfaceOf } from "@/lib/platform/session"
import { SignInProblem } from "./sign-in-problem"

/** The accounts at Google and Microsoft that sign the person in: to connect and to remove. */
export async function Identities({ problem }: { problem?: string }) {
  const providers = configuredProviders()
  const site = await currentSite("root", "firm", "portal")
  const session = site.firm && (await sessionKey(surfaceOf(site.kind)!))
  if (providers.length === 0 || !session) return null
  const [{ identities }, t] = await Promise.all([load(listIdentities, {}), getTranslations("access.oidc")])
  return (
    <section aria-labelledby="identities" className="mt-8 flex flex-col gap-3">
      <div>
        <h2 id="identities" className="text-lg font-medium">
          {t("identities.title")}
        </h2>
        <p className="text-muted">{t("identities.intro")}</p>
      </div>
      <SignInProblem problem={problem} />
      <Panel flush>
        <ul className="divide-y divide-line">
          {providers.map((provider) => {
            const name = t(`names.${provider}`)
            const linked = identities.find((one) => one.provider === provider)
            return (
              <li key={provider} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
                <div className="min-w-0 flex-1 basis-56">
                  <p className="font-medium">{name}</p>
                  {linked && (
                    <p className="text-sm text-muted">
                      {t.rich("identities.since", { date: () => <When at={linked.since} /> })}
                    </p>
                  )}
                </div>
                {linked ? (
                  <ActionForm action={unlinkIdentityAction} guard={false} className="contents">
                    <input type="hidden" name="provider" value={provider} />
                    <SubmitButton variant="secondary" size="sm">
                      {t("identities.remove", { provider: name })}
                    </SubmitButton>
                  </ActionForm>
                ) : (
                  <a
                    className={buttonClass({ size: "sm" })}
                    href={`/api/sign-in/${provider}?link=${linkProof(session.secret)}`}
                  >
                    {t("identities.connect", { provider: name })}
                  </a>
                )}
              </li>
            )
          })}
        </ul>
      </Panel>
    </section>
  )
}
