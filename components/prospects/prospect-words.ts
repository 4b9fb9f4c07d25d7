import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"
import type { Stage } from "@/lib/domains/prospects/schema"

const tones = {
  new: "info",
  qualified: "info",
  proposal: "accent",
  negotiation: "accent",
  won: "positive",
  lost: "neutral",
} as const

/** How the stages look and are called, in their order. */
export async function stageWords(): Promise<Vocabulary> {
  const t = await getTranslations("prospects.stage")
  return Object.fromEntries(Object.entries(tones).map(([stage, tone]) => [stage, { label: t(stage as Stage), tone }]))
}
