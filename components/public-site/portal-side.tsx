import { CreditCard, ListChecks, MessageSquare, PenLine } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { Screenshot } from "./screenshot"

const points = [
  ["sign", PenLine],
  ["follow", ListChecks],
  ["pay", CreditCard],
  ["talk", MessageSquare],
] as const

/** What a firm's client gets to see. */
export async function PortalSide() {
  const t = await getTranslations("public-site.portal")
  return (
    <section className="site-band">
      <div className="site-wrap portal-side">
        <div>
          <h2>{t("title")}</h2>
          <p className="site-lead">{t("lead")}</p>
          <ul className="site-points">
            {points.map(([point, Icon]) => (
              <li key={point}>
                <Icon aria-hidden />
                {t(`points.${point}`)}
              </li>
            ))}
          </ul>
        </div>
        <div className="phones">
          <Screenshot name="portal-home" shape="phone" alt={t("home")} />
          <Screenshot name="portal-invoice" shape="phone" alt={t("invoice")} />
        </div>
      </div>
    </section>
  )
}
