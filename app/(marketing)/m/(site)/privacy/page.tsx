import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Chapters } from "@/components/public-site/chapters"
import { pageMetadata } from "@/components/public-site/metadata"

export async function generateMetadata() {
  const t = await getTranslations("public-site")
  return pageMetadata({ path: "/privacy", title: t("privacy.title"), description: t("meta.privacy") })
}

export default async function PrivacyPage() {
  const t = await getTranslations("public-site.privacy")
  const plain = ["site", "cookies", "signUp", "work", "others"] as const
  const rights = t.rich("rights.body", { link: (words) => <Link href="/demo">{words}</Link> })
  return (
    <Chapters
      title={t("title")}
      lead={t("lead")}
      chapters={[
        ...plain.map((id) => ({ id, title: t(`${id}.title`), body: [t(`${id}.body`)] })),
        { id: "rights", title: t("rights.title"), body: [rights] },
      ]}
    />
  )
}
