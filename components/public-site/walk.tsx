import { getTranslations } from "next-intl/server"
import { Screenshot } from "./screenshot"

const steps = ["prospects", "proposal", "project", "time", "invoice", "ledger"] as const

/** From lead to ledger, each step with the screen it happens on. */
export async function Walk() {
  const t = await getTranslations("public-site.walk")
  return (
    <section className="site-wrap site-section" id="product">
      <header className="site-head">
        <h2>{t("title")}</h2>
        <p className="site-lead">{t("lead")}</p>
      </header>
      <ol className="walk">
        {steps.map((step) => (
          <li key={step}>
            <div className="walk-text">
              <p className="walk-label">{t(`steps.${step}.label`)}</p>
              <h3>{t(`steps.${step}.title`)}</h3>
              <p>{t(`steps.${step}.body`)}</p>
            </div>
            <Screenshot name={step} shape="part" alt={t(`steps.${step}.image`)} />
          </li>
        ))}
      </ol>
    </section>
  )
}
