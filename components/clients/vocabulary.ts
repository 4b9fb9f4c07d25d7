import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

export async function clientVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("clients.statuses")
  return {
    active: { label: t("active"), tone: "positive" },
    archived: { label: t("archived"), tone: "neutral" },
  }
}

export async function portalUserVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("clients.portal.statuses")
  return {
    invited: { label: t("invited"), tone: "accent" },
    active: { label: t("active"), tone: "positive" },
    revoked: { label: t("revoked"), tone: "danger" },
  }
}

export async function engagementVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("engagements.statuses")
  return {
    active: { label: t("active"), tone: "positive" },
    paused: { label: t("paused"), tone: "warning" },
    ended: { label: t("ended"), tone: "neutral" },
  }
}
