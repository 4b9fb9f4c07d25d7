import { DoorOpen, LinkIcon } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { pageMetadata } from "@/components/public-site/metadata"
import { SiteAnswer } from "@/components/public-site/site-answer"
import { Welcome } from "@/components/public-site/welcome"
import { LinkButton } from "@/components/ui/button"
import { readSignUp } from "@/lib/domains/sign-up/public"
import { loadIfAllowed } from "@/lib/kernel/load"

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata() {
  const t = await getTranslations("sign-up")
  return pageMetadata({ path: "/sign-up", title: t("page.title"), description: t("page.lead"), index: false })
}

export default async function WelcomePage({ params }: Props) {
  const { token } = await params
  const [t, waiting] = await Promise.all([getTranslations("sign-up.welcome"), loadIfAllowed(readSignUp, { token })])
  return waiting ? (
    <SiteAnswer icon={DoorOpen} title={t("title", { firm: waiting.firmName })}>
      <Welcome token={token} waiting={waiting} />
    </SiteAnswer>
  ) : (
    <SiteAnswer icon={LinkIcon} title={t("goneTitle")}>
      <p className="site-lead">{t("gone")}</p>
      <LinkButton href="/sign-up" size="lg">
        {t("again")}
      </LinkButton>
    </SiteAnswer>
  )
}
