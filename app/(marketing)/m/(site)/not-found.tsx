import { MapPinOff } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { SiteAnswer } from "@/components/public-site/site-answer"
import { LinkButton } from "@/components/ui/button"

export default async function MissingPage() {
  const t = await getTranslations()
  return (
    <SiteAnswer icon={MapPinOff} title={t("public-site.missing.title")}>
      <title>{t("public-site.missing.title")}</title>
      <p className="site-lead">{t("public-site.missing.body")}</p>
      <div className="site-links">
        <LinkButton href="/" variant="primary">
          {t("public-site.missing.home")}
        </LinkButton>
        <LinkButton href="/pricing">{t("shell.public.pricing")}</LinkButton>
        <LinkButton href="/demo">{t("shell.public.demo")}</LinkButton>
      </div>
    </SiteAnswer>
  )
}
