import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"

const tones = { new: "info", contacted: "accent", qualified: "accent", converted: "positive", lost: "neutral" } as const

/** How a lead's states look and are called. */
export async function leadStates(): Promise<Vocabulary> {
  const t = await getTranslations("leads.status")
  return Object.fromEntries(
    Object.entries(tones).map(([code, tone]) => [code, { label: t(code as keyof typeof tones), tone }]),
  )
}

/** Sources have names of their own or ours. */
export async function sourceName(): Promise<(source: string) => string> {
  const t = await getTranslations("leads.source")
  return (source) => (t.has(source as "form") ? t(source as "form") : source)
}
