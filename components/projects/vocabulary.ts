import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

export async function projectVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("projects.statuses")
  return {
    planned: { label: t("planned"), tone: "draft" },
    active: { label: t("active"), tone: "info" },
    on_hold: { label: t("on_hold"), tone: "warning" },
    completed: { label: t("completed"), tone: "positive" },
    cancelled: { label: t("cancelled"), tone: "neutral" },
  }
}
