import { getTranslations } from "next-intl/server"
import { Screenshot } from "./screenshot"
import { StartLinks } from "./start-links"

export async function Hero() {
  const t = await getTranslations("public-site.hero")
  return (
    <section className="hero">
      <div className="site-wrap hero-text">
        <h1>{t("title")}</h1>
        <div>
          <p className="site-lead">{t("lead")}</p>
          <StartLinks />
          <p className="site-note">{t("terms")}</p>
        </div>
      </div>
      <div className="site-wrap">
        <Screenshot name="home" shape="window" alt={t("image")} first />
      </div>
    </section>
  )
}

export async function ForWhom() {
  const t = await getTranslations("public-site.for")
  const who = ["consulting", "accounting", "advisory", "agency", "engineering"] as const
  return (
    <section className="site-wrap for-whom">
      <h2>{t("title")}</h2>
      <ul>
        {who.map((one) => (
          <li key={one}>{t(`who.${one}`)}</li>
        ))}
      </ul>
    </section>
  )
}
