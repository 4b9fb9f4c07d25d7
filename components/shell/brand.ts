/** A firm's looks: `accent` is a hex colour as the firm chose it. */
export type Brand = { accent?: string | null; logo?: string | null }

type Rgb = [number, number, number]

const white = "#ffffff"
const ink = "#15171e"
const darkSurface = "#15161a"

/** The firm's accent in the four roles and two themes in which it must stay readable (WCAG AA). */
export function brandStyle({ accent }: Brand): Record<`--${string}`, string> {
  if (!accent || !parseHex(accent)) return {}
  // A fill must stand out from the page, and its label from the fill.
  const light = adjust(accent, white, 3)
  const dark = adjust(accent, darkSurface, 3)
  return {
    "--brand-light": light,
    "--on-brand-light": labelOn(light),
    "--brand-text-light": adjust(accent, "#ebedf3", 4.6),
    "--brand-dark": dark,
    "--on-brand-dark": labelOn(dark),
    "--brand-text-dark": adjust(accent, "#2b2d36", 4.6),
  }
}

/** The colour, moved towards black or white as little as reaches `ratio` against `ground`. */
export function adjust(color: string, ground: string, ratio: number): string {
  const goal = luminance(ground) > 0.5 ? 0 : 255
  for (let step = 0; step <= 100; step++) {
    const tried = mix(color, goal, step / 100)
    if (contrast(tried, ground) >= ratio) return tried
  }
  return goal ? white : "#000000"
}

/** White where it can be read, else the darker of ink and black. */
export function labelOn(fill: string): string {
  if (contrast(white, fill) >= 4.5) return white
  return contrast(ink, fill) >= 4.5 ? ink : "#000000"
}

export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = (parseHex(color) ?? [0, 0, 0]).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(color: string, goal: number, share: number): string {
  const channels = parseHex(color)!.map((channel) => Math.round(channel + (goal - channel) * share))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`
}

function parseHex(color: string): Rgb | null {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color.trim())?.[1]
  if (!hex) return null
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as Rgb
}
