import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

export async function memberVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("team.status")
  return {
    invited: { label: t("invited"), tone: "accent" },
    active: { label: t("active"), tone: "positive" },
    deactivated: { label: t("deactivated"), tone: "neutral" },
  }
}
