import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"
import type { Contract } from "@/lib/domains/contracts/schema"

const tones = { draft: "draft", sent: "warning", signed: "positive", void: "neutral" } as const

/** How a contract's states look and are called. */
export async function contractStates(): Promise<Vocabulary> {
  const t = await getTranslations("contracts.status")
  return Object.fromEntries(
    Object.entries(tones).map(([status, tone]) => [status, { label: t(status as Contract["status"]), tone }]),
  )
}
