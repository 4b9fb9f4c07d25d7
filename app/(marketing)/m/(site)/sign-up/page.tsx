import { headers } from "next/headers"
import { getLocale, getTranslations } from "next-intl/server"
import { homeCurrency } from "@/components/public-site/home-currency"
import { pageMetadata } from "@/components/public-site/metadata"
import { SignUpForm } from "@/components/public-site/sign-up-form"
import { SiteForm } from "@/components/public-site/site-form"
import { siteHost } from "@/lib/platform/env"

export async function generateMetadata() {
  const t = await getTranslations()
  return pageMetadata({
    path: "/sign-up",
    title: t("sign-up.page.title"),
    description: t("public-site.meta.signUp"),
  })
}

export default async function SignUpPage() {
  const [t, locale, given] = await Promise.all([getTranslations("sign-up.page"), getLocale(), headers()])
  return (
    <SiteForm
      title={t("title")}
      lead={t("lead")}
      points={[t("points.minute"), t("points.all"), t("points.yours")]}
      note={t("signIn", { example: siteHost("firm", "your-firm") })}
    >
      <SignUpForm locale={locale} currency={homeCurrency(given.get("accept-language"))} />
    </SiteForm>
  )
}
