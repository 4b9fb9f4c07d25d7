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
import { configuredProviders } from "@/lib/platform/identity-providers"
import { sessionKey } from "@/lib/platform/session"
import { SignInProblem } from "./sign-in-problem"

/** The accounts at Google and Microsoft that sign the person in: to add and to remove. For the page of sessions. */
export async function Identities({ surface, problem }: { surface: "workspace" | "portal"; problem?: string }) {
  const providers = configuredProviders()
  const session = await sessionKey(surface)
  if (providers.length === 0 || !session) return null
  const [{ identities }, t] = await Promise.all([load(listIdentities, {}), getTranslations("access.oidc")])
  return (
    <Panel title={t("identities.title")}>
      <SignInProblem problem={problem} />
      <p className="text-muted">{t("identities.intro")}</p>
      <ul className="mt-3 flex flex-col gap-3">
        {providers.map((provider) => {
          const name = t(`names.${provider}`)
          const linked = identities.find((one) => one.provider === provider)
          return (
            <li key={provider} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {name}{" "}
                {linked && (
                  <span className="text-muted">
                    {t.rich("identities.since", { date: () => <When at={linked.since} /> })}
                  </span>
                )}
              </span>
              {linked ? (
                <ActionForm action={unlinkIdentityAction}>
                  <input type="hidden" name="provider" value={provider} />
                  <SubmitButton variant="secondary">{t("identities.remove", { provider: name })}</SubmitButton>
                </ActionForm>
              ) : (
                <a className={buttonClass({})} href={`/api/sign-in/${provider}?link=${linkProof(session.secret)}`}>
                  {t("identities.connect", { provider: name })}
                </a>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
