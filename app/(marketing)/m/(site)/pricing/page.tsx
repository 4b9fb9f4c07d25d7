import { getTranslations } from "next-intl/server"
import { Closing } from "@/components/public-site/closing"
import { pageMetadata } from "@/components/public-site/metadata"
import { Included, Plans, Questions } from "@/components/public-site/pricing"

export async function generateMetadata() {
  const t = await getTranslations()
  return pageMetadata({
    path: "/pricing",
    title: t("shell.public.pricing"),
    description: t("public-site.meta.pricing"),
  })
}

export default async function PricingPage() {
  const t = await getTranslations("public-site.pricing")
  return (
    <>
      <div className="site-wrap site-page">
        <header className="site-head">
          <h1>{t("title")}</h1>
          <p className="site-lead">{t("lead")}</p>
        </header>
        <Plans />
        <Included />
        <Questions />
      </div>
      <Closing />
    </>
  )
}
