import { useLocale } from "next-intl"
import { formatHours } from "./format"

/** `1.5` as “1:30 h”. */
export function Hours({ value }: { value: string | number }) {
  return <span className="num">{formatHours(useLocale(), value)}</span>
}
