import { useLocale, useNow, useTimeZone } from "next-intl"
import { formatDay, formatMoment, formatRelative } from "./format"

/** A moment, told relative to now; the exact time and zone on hover. Older than a month it is told as a date. */
export function When({ at }: { at: string | Date }) {
  const locale = useLocale()
  const timeZone = useTimeZone() ?? "UTC"
  const now = useNow()
  const moment = new Date(at)
  return (
    <time className="whitespace-nowrap" dateTime={moment.toISOString()} title={formatMoment(locale, moment, timeZone)}>
      {formatRelative(locale, moment, now, timeZone)}
    </time>
  )
}

/** A moment with its time of day, where the hour matters. */
export function Moment({ at }: { at: string | Date }) {
  const moment = new Date(at)
  return (
    <time className="num" dateTime={moment.toISOString()}>
      {formatMoment(useLocale(), moment, useTimeZone() ?? "UTC")}
    </time>
  )
}

/** A calendar day (`YYYY-MM-DD`), the same in every time zone. */
export function Day({ on, weekday }: { on: string; weekday?: boolean }) {
  return (
    <time className="num" dateTime={on}>
      {formatDay(useLocale(), on, weekday)}
    </time>
  )
}
