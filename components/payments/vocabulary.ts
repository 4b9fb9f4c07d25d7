import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

export async function paymentVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("payments.statuses")
  return {
    succeeded: { label: t("succeeded"), tone: "positive" },
    part_refunded: { label: t("part_refunded"), tone: "warning" },
    refunded: { label: t("refunded"), tone: "neutral" },
  }
}

export async function refundVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("payments.refundStatuses")
  return {
    pending: { label: t("pending"), tone: "info" },
    succeeded: { label: t("succeeded"), tone: "positive" },
    failed: { label: t("failed"), tone: "danger" },
  }
}
