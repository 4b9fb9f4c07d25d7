import Link from "next/link"
import { getTranslations } from "next-intl/server"
import { Chapters } from "@/components/public-site/chapters"
import { pageMetadata } from "@/components/public-site/metadata"

export async function generateMetadata() {
  const t = await getTranslations("public-site")
  return pageMetadata({ path: "/security", title: t("security.title"), description: t("meta.security") })
}

export default async function SecurityPage() {
  const t = await getTranslations("public-site.security")
  const plain = ["operators", "audit", "money", "browser"] as const
  const [operators, ...others] = plain.map((id) => ({ id, title: t(`${id}.title`), body: [t(`${id}.body`)] }))
  const isolation = (["body", "doors", "tests"] as const).map((part) => t(`isolation.${part}`))
  const sessions = (["cookie", "password", "list"] as const).map((part) => t(`sessions.${part}`))
  const report = t.rich("report.body", { link: (words) => <Link href="/demo">{words}</Link> })
  return (
    <Chapters
      title={t("title")}
      lead={t("lead")}
      chapters={[
        { id: "isolation", title: t("isolation.title"), body: isolation },
        operators!,
        { id: "sessions", title: t("sessions.title"), body: sessions },
        ...others,
        { id: "report", title: t("report.title"), body: [report] },
      ]}
    />
  )
}
