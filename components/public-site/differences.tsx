import { ArrowRight, Blocks, DatabaseZap, Tag } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"

const reasons = [
  ["one", Blocks, "/#product"],
  ["apart", DatabaseZap, "/security"],
  ["price", Tag, "/pricing"],
] as const
const details = ["keyboard", "roles", "audit", "api", "money", "signIn"] as const

export async function Differences() {
  const t = await getTranslations("public-site.different")
  return (
    <section className="site-wrap site-section">
      <header className="site-head">
        <h2>{t("title")}</h2>
      </header>
      <ul className="reasons">
        {reasons.map(([reason, Icon, href]) => (
          <li key={reason}>
            <Icon aria-hidden />
            <h3>{t(`${reason}.title`)}</h3>
            <p>{t(`${reason}.body`)}</p>
            <Link href={href} prefetch={false} className="site-more">
              {t(`${reason}.link`)}
              <ArrowRight aria-hidden className="flip-rtl" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export async function Details() {
  const t = await getTranslations("public-site.facts")
  return (
    <section className="site-wrap site-section">
      <header className="site-head">
        <h2>{t("title")}</h2>
      </header>
      <dl className="details">
        {details.map((one) => (
          <div key={one}>
            <dt>{t(`${one}.title`)}</dt>
            <dd>{t(`${one}.body`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
