import { PartyPopper } from "lucide-react"
import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { pageMetadata } from "@/components/public-site/metadata"
import { SiteAnswer } from "@/components/public-site/site-answer"
import { LinkButton } from "@/components/ui/button"
import { subdomain } from "@/lib/domains/sign-up/schema"
import { email } from "@/lib/kernel/fields"
import { siteHost, siteUrl } from "@/lib/platform/env"

type Props = { searchParams: Promise<{ firm?: string; email?: string }> }

export async function generateMetadata() {
  const t = await getTranslations("sign-up.opened")
  return pageMetadata({ path: "/sign-up", title: t("title"), description: t("title"), index: false })
}

/** A form may not lead to another host (content policy); a page may. It leads on by itself, and by its button. */
export default async function OpenedPage({ searchParams }: Props) {
  const [t, given] = await Promise.all([getTranslations("sign-up.opened"), searchParams])
  const { data: firm } = subdomain.safeParse(given.firm)
  if (!firm) notFound()
  const { data: address = "" } = email.safeParse(given.email)
  const query = new URLSearchParams({ email: address, done: "firmOpened" })
  const way = siteUrl("firm", firm, `/sign-in?${query}`)
  return (
    <SiteAnswer icon={PartyPopper} title={t("title")}>
      <meta httpEquiv="refresh" content={`0;url=${way}`} />
      <p className="site-lead">{t("body", { host: siteHost("firm", firm) })}</p>
      <LinkButton href={way} variant="primary" size="lg">
        {t("action")}
      </LinkButton>
    </SiteAnswer>
  )
}
