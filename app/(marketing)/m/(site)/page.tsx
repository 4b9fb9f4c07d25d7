import { getTranslations } from "next-intl/server"
import { Closing } from "@/components/public-site/closing"
import { Details, Differences } from "@/components/public-site/differences"
import { ForWhom, Hero } from "@/components/public-site/hero"
import { pageMetadata } from "@/components/public-site/metadata"
import { PortalSide } from "@/components/public-site/portal-side"
import { Walk } from "@/components/public-site/walk"

export async function generateMetadata() {
  const t = await getTranslations("public-site.meta")
  const words = { title: t("title"), description: t("description") }
  return { ...pageMetadata({ path: "/", ...words }), title: { absolute: words.title } }
}

export default function LandingPage() {
  return (
    <>
      <Hero />
      <ForWhom />
      <Walk />
      <PortalSide />
      <Differences />
      <Details />
      <Closing />
    </>
  )
}
