import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

export async function timeVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("time")
  return {
    open: { label: t("statuses.open"), tone: "neutral" },
    submitted: { label: t("statuses.submitted"), tone: "accent" },
    approved: { label: t("statuses.approved"), tone: "positive" },
    invoiced: { label: t("invoiced"), tone: "positive" },
  }
}
