/** neutral: not begun or over · info: under way · accent: with the other side · positive, warning, danger: as they say. */
export type Tone = "neutral" | "draft" | "info" | "accent" | "positive" | "warning" | "danger"

/** The style sheet draws the icon: hundreds of badges cost no markup. */
export const statusClass = (tone: Tone) => `badge status i-${tone} tone-${tone}`
