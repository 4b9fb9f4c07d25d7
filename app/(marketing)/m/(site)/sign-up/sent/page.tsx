import { MailCheck } from "lucide-react"
import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { pageMetadata } from "@/components/public-site/metadata"
import { SiteAnswer } from "@/components/public-site/site-answer"
import { email as address } from "@/lib/kernel/fields"

export async function generateMetadata() {
  const t = await getTranslations("sign-up.sent")
  return pageMetadata({ path: "/sign-up/sent", title: t("title"), description: t("bodyUnknown"), index: false })
}

export default async function SentPage({ searchParams }: { searchParams: Promise<{ email?: string | string[] }> }) {
  const [t, { email }] = await Promise.all([getTranslations("sign-up.sent"), searchParams])
  const { data: known } = address.safeParse(email)
  const again = (words: React.ReactNode) => (
    <Link href="/sign-up" className="link" prefetch={false}>
      {words}
    </Link>
  )
  return (
    <SiteAnswer icon={MailCheck} title={t("title")}>
      <p className="site-lead">{known ? t("body", { email: known }) : t("bodyUnknown")}</p>
      <p className="site-note">{t.rich("missing", { again })}</p>
    </SiteAnswer>
  )
}
