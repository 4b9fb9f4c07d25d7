import { CalendarCheck } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { pageMetadata } from "@/components/public-site/metadata"
import { SiteAnswer } from "@/components/public-site/site-answer"
import { LinkButton } from "@/components/ui/button"

export async function generateMetadata() {
  const t = await getTranslations("public-site.demo.thanks")
  return pageMetadata({ path: "/demo/thanks", title: t("title"), description: t("body"), index: false })
}

export default async function ThanksPage() {
  const t = await getTranslations("public-site.demo.thanks")
  return (
    <SiteAnswer icon={CalendarCheck} title={t("title")}>
      <p className="site-lead">{t("body")}</p>
      <div className="site-links">
        <LinkButton href="/sign-up">{t("start")}</LinkButton>
        <LinkButton href="/" variant="ghost">
          {t("home")}
        </LinkButton>
      </div>
    </SiteAnswer>
  )
}
