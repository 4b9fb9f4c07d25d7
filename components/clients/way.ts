import { getTranslations } from "next-intl/server"
import type { ClientTab } from "./client-page"

/** The way back from a page below a client's: list, client, and the tab it belongs to. */
export async function wayTo({ id, name }: { id: string; name: string }, tab: ClientTab) {
  const t = await getTranslations("clients")
  return [
    { label: t("title"), href: "/clients" },
    { label: name, href: `/clients/${id}` },
    { label: t(`tabs.${tab}`), href: `/clients/${id}?tab=${tab}` },
  ]
}
