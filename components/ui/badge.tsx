import type { LucideIcon } from "lucide-react"
import type { ReactNode } from "react"
import { statusClass, type Tone } from "./tone"

/** A small label. A tone is never colour alone: it brings its icon, or the given one. */
export function Badge({
  tone = "neutral",
  icon: Icon,
  children,
}: {
  tone?: Tone
  icon?: LucideIcon
  children: ReactNode
}) {
  return (
    <span className={Icon ? `badge tone-${tone}` : statusClass(tone)}>
      {Icon && <Icon aria-hidden />}
      {children}
    </span>
  )
}

/** One vocabulary for each record: status code to word, tone and, where the tone's icon is not enough, an icon. */
export type Vocabulary = Record<string, { label: string; tone: Tone }>

export function StatusBadge({ status, vocabulary }: { status: string; vocabulary: Vocabulary }) {
  const word = vocabulary[status] ?? { label: status, tone: "neutral" as const }
  return <Badge tone={word.tone}>{word.label}</Badge>
}

/** A plain count or tag, without a state to tell. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="badge">{children}</span>
}
