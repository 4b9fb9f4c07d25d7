import { getTranslations } from "next-intl/server"
import { LinkButton } from "@/components/ui/button"

/** The two ways in, wherever a page ends in them. */
export async function StartLinks() {
  const t = await getTranslations("public-site.hero")
  return (
    <div className="site-links">
      <LinkButton href="/sign-up" variant="primary" size="lg">
        {t("start")}
      </LinkButton>
      <LinkButton href="/demo" size="lg">
        {t("demo")}
      </LinkButton>
    </div>
  )
}
