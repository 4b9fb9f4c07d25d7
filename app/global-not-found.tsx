import "./globals.css"
import { getTranslations } from "next-intl/server"
import { Root } from "@/components/shell/root"
import { NotFound } from "@/components/ui/state"

export const dynamic = "force-dynamic"

/** No site of ours lives at this host, or the host has no such page. */
export default async function GlobalNotFound() {
  const t = await getTranslations("navigation.nowhere")
  return (
    <Root surface="public">
      <title>{t("title")}</title>
      <main className="auth">
        <NotFound />
        <p className="text-center text-sm text-muted">{t("body")}</p>
      </main>
    </Root>
  )
}
