import { getTranslations } from "next-intl/server"
import { StartLinks } from "./start-links"

/** How each page of the site ends: with the way in. */
export async function Closing() {
  const t = await getTranslations("public-site.close")
  return (
    <section className="site-band">
      <div className="site-wrap closing">
        <h2>{t("title")}</h2>
        <p className="site-lead">{t("body")}</p>
        <StartLinks />
      </div>
    </section>
  )
}
