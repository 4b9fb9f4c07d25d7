import { invalidField } from "@/lib/kernel/refusal"

type Span = { startsOn?: string | null; endsOn?: string | null }

export function requireOrderedDays({ startsOn, endsOn }: Span) {
  if (startsOn && endsOn && endsOn < startsOn) throw invalidField("endsOn", "engagements.refusals.endsBeforeStart")
}
