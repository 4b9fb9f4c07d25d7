import { Check } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"

const plans = ["starter", "team", "firm"] as const
const included = ["sales", "delivery", "finance", "firm"] as const
const questions = ["trial", "clients", "share", "change", "out", "tax"] as const

export async function Plans() {
  const t = await getTranslations("public-site.pricing")
  return (
    <>
      <ul className="plans">
        {plans.map((plan) => (
          <li key={plan} className="panel">
            <div>
              <h2>{t(`plans.${plan}.name`)}</h2>
              <p className="text-muted">{t(`plans.${plan}.who`)}</p>
            </div>
            <p className="plan-price">
              <span className="num">{t(`plans.${plan}.price`)}</span> {t("month")}
            </p>
            <ul className="plan-facts">
              {[t(`plans.${plan}.people`), t("same"), t("trial")].map((fact) => (
                <li key={fact}>
                  <Check aria-hidden />
                  {fact}
                </li>
              ))}
            </ul>
            <LinkButton href="/sign-up" variant={plan === "team" ? "primary" : "secondary"} wide>
              {t("choose")}
              <span className="sr-only"> {t(`plans.${plan}.name`)}</span>
            </LinkButton>
          </li>
        ))}
      </ul>
      <p className="site-note pt-6 text-center">{t("more")}</p>
    </>
  )
}

export async function Included() {
  const t = await getTranslations("public-site.pricing.included")
  return (
    <section className="site-section">
      <h2 className="site-title">{t("title")}</h2>
      <div className="included">
        {included.map((group) => (
          <section key={group}>
            <h3>{t(group)}</h3>
            <ul>
              {t(`${group}List`)
                .split(" · ")
                .map((one) => (
                  <li key={one}>
                    <Check aria-hidden />
                    {one}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

export async function Questions() {
  const t = await getTranslations("public-site.pricing.faq")
  return (
    <section className="questions">
      <h2 className="site-title">{t("title")}</h2>
      <div>
        {questions.map((one) => (
          <details key={one} name="questions">
            <summary>{t(`${one}.q`)}</summary>
            <p>{t(`${one}.a`)}</p>
          </details>
        ))}
      </div>
    </section>
  )
}
