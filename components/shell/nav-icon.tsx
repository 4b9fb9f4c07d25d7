import type { iconNames } from "../ui/icon-names"

export type IconName = keyof typeof iconNames

/** Icons drawn by the style sheet, so that navigation costs neither script nor markup. */
export function NavIcon({ name }: { name: IconName }) {
  return <i className={`i i-${name}`} aria-hidden />
}
