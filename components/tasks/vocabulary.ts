import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

export async function taskVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("tasks.statuses")
  return {
    todo: { label: t("todo"), tone: "draft" },
    in_progress: { label: t("in_progress"), tone: "info" },
    waiting: { label: t("waiting"), tone: "warning" },
    done: { label: t("done"), tone: "positive" },
  }
}

export async function priorityVocabulary(): Promise<Vocabulary> {
  const t = await getTranslations("tasks.priorities")
  return {
    low: { label: t("low"), tone: "neutral" },
    normal: { label: t("normal"), tone: "neutral" },
    high: { label: t("high"), tone: "warning" },
    urgent: { label: t("urgent"), tone: "danger" },
  }
}

/** The same states in words for somebody who looks in once a month. */
export async function ourTaskVocabulary(): Promise<Vocabulary> {
  const [t, own] = await Promise.all([getTranslations("tasks.portal.status"), taskVocabulary()])
  return Object.fromEntries(
    (["todo", "in_progress", "waiting", "done"] as const).map((status) => [
      status,
      { label: t(status), tone: own[status]!.tone },
    ]),
  )
}
