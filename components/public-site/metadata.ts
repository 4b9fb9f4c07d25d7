import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { siteUrl } from "@/lib/platform/env"

const picture = { url: "/images/card.png", width: 1200, height: 630, alt: "ConsultantPro" }

/** What every page of the public site says about itself where it says nothing of its own. */
export async function siteMetadata(): Promise<Metadata> {
  const t = await getTranslations("public-site.meta")
  return {
    metadataBase: new URL(siteUrl("root")),
    description: t("description"),
    icons: {
      icon: [
        { url: "/favicon.ico", sizes: "32x32" },
        { url: "/images/icon.svg", type: "image/svg+xml" },
      ],
      apple: "/images/apple-icon.png",
    },
    openGraph: { siteName: "ConsultantPro", type: "website", images: [picture] },
    twitter: { card: "summary_large_image", images: [picture.url] },
  }
}

type PageText = { path: string; title: string; description: string; index?: boolean }

/** A page's own title, description and address, for search engines and for whoever shares it. */
export function pageMetadata({ path, title, description, index = true }: PageText): Metadata {
  return {
    title,
    description,
    alternates: { canonical: path },
    robots: index ? undefined : { index: false },
    openGraph: { siteName: "ConsultantPro", type: "website", images: [picture], url: path, title, description },
  }
}
