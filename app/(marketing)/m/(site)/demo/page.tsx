import { getTranslations } from "next-intl/server"
import { DemoForm } from "@/components/public-site/demo-form"
import { pageMetadata } from "@/components/public-site/metadata"
import { SiteForm } from "@/components/public-site/site-form"

export async function generateMetadata() {
  const t = await getTranslations()
  return pageMetadata({ path: "/demo", title: t("shell.public.demo"), description: t("public-site.meta.demo") })
}

export default async function DemoPage() {
  const t = await getTranslations("public-site.demo")
  return (
    <SiteForm title={t("title")} lead={t("lead")} points={[t("points.answer"), t("points.person"), t("points.try")]}>
      <DemoForm />
    </SiteForm>
  )
}
