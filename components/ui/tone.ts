import {
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  type LucideIcon,
  Send,
  TriangleAlert,
} from "lucide-react"

/** neutral: not begun or over · info: under way · accent: with the other side · positive, warning, danger: as they say. */
export type Tone = "neutral" | "draft" | "info" | "accent" | "positive" | "warning" | "danger"

export const toneIcons: Record<Tone, LucideIcon> = {
  neutral: Circle,
  draft: CircleDashed,
  info: CircleDot,
  accent: Send,
  positive: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
}
