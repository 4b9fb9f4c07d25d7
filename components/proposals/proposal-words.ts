import { getTranslations } from "next-intl/server"
import type { Vocabulary } from "@/components/ui/badge"
import type { ProposalStatus } from "@/lib/domains/proposals/schema"

const tones = { draft: "draft", sent: "info", accepted: "positive", declined: "danger", expired: "warning" } as const

/** How a proposal's states look and are called. */
export async function proposalStates(): Promise<Vocabulary> {
  const t = await getTranslations("proposals.status")
  return Object.fromEntries(
    Object.entries(tones).map(([status, tone]) => [status, { label: t(status as ProposalStatus), tone }]),
  )
}
