import { conflict, invalidField } from "@/lib/kernel/refusal"
import { moneyString } from "@/lib/platform/money"
import type { Stage } from "./schema"

/** How likely a deal is at each stage, unless somebody knows better. */
export const usualProbability: Record<Stage, number> = {
  new: 10,
  qualified: 25,
  proposal: 50,
  negotiation: 75,
  won: 100,
  lost: 0,
}

type Deal = { stage: Stage; currency: string; estimatedValue: string | null; lostReason: string | null }
type Change = Partial<Deal> & { probability?: number }

/** What a change comes to: refuses steps that aren't a person's to take, and fills in what follows from them. */
export function changeOf(before: Deal, changes: Change) {
  const stage = changes.stage ?? before.stage
  const moves = stage !== before.stage
  if (moves && before.stage === "won") throw conflict("prospects.refusals.won")
  if (moves && stage === "won") throw conflict("prospects.refusals.winning")
  const lostReason = changes.lostReason ?? before.lostReason
  if (stage === "lost" && !lostReason) throw invalidField("lostReason", "prospects.refusals.lostReason")

  const currency = changes.currency ?? before.currency
  const value = changes.estimatedValue === undefined ? before.estimatedValue : changes.estimatedValue
  return {
    ...changes,
    lostReason: stage === "lost" ? lostReason : null,
    estimatedValue: value === null ? null : moneyString(value, currency),
    ...(moves && { probability: changes.probability ?? usualProbability[stage] }),
  }
}
