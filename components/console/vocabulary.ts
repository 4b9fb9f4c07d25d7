import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

export async function firmVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("platform.firms.states")
  return {
    active: { label: t("active"), tone: "positive" },
    suspended: { label: t("suspended"), tone: "danger" },
  }
}

export async function healthVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("platform.health.states")
  return {
    ok: { label: t("ok"), tone: "positive" },
    "not configured": { label: t("not configured"), tone: "neutral" },
    unreachable: { label: t("unreachable"), tone: "danger" },
  }
}
