/** “24 Dec”, “24.12.”, “12/24/2026”, “tomorrow”, “fri”, “next friday”, “in 3 days”, “+2w” → `YYYY-MM-DD`; null: not readable. */
export function parseDate(text: string, today: string, locale = "en"): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, " ")
  if (!typed) return null
  return (
    isoDate(typed) ??
    wordDate(typed, today, locale) ??
    numericDate(typed, today, locale) ??
    monthDate(typed, today, locale)
  )
}

function isoDate(typed: string): string | null {
  const parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  return parts && day(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

function wordDate(typed: string, today: string, locale: string): string | null {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" })
  for (const offset of [-1, 0, 1, 2])
    if (typed === words.format(offset, "day").toLowerCase()) return addDays(today, offset)
  if (typed === "next week" || typed === words.format(1, "week").toLowerCase()) return addDays(today, 7)
  if (typed === "next month" || typed === words.format(1, "month").toLowerCase()) return addMonths(today, 1)
  if (/^(end of month|eom)$/.test(typed)) return addDays(addMonths(`${today.slice(0, 8)}01`, 1), -1)
  const step = /^(?:in |\+)(\d{1,3}) ?(d|days?|w|weeks?|m|months?)?$/.exec(typed)
  if (step) {
    const count = Number(step[1])
    const unit = step[2]?.[0] ?? "d"
    return unit === "m" ? addMonths(today, count) : addDays(today, unit === "w" ? count * 7 : count)
  }
  return weekdayDate(typed, today, locale)
}

/** “fri” is the coming one; “next fri” the one of next week, Monday to Sunday. */
function weekdayDate(typed: string, today: string, locale: string): string | null {
  const [, next, name] = /^(next )?(.+)$/.exec(typed)!
  const wanted = namesOf(locale, "weekday").findIndex(
    (long) => name!.length > 1 && long.startsWith(name!.replace(".", "")),
  )
  if (wanted < 0) return null
  const now = weekday(today)
  return addDays(today, next ? 7 - now + wanted : (wanted - now + 7) % 7 || 7)
}

function numericDate(typed: string, today: string, locale: string): string | null {
  const parts = /^(\d{1,2})([./-])(\d{1,2})(?:[./-](\d{4}|\d{2})?)?$/.exec(typed)
  if (!parts) return null
  const [, one, sign, two, typedYear] = parts
  const monthFirst = sign !== "." && new Intl.DateTimeFormat(locale).formatToParts(0)[0]?.type === "month"
  const [month, date] = (monthFirst ? [one, two] : [two, one]).map(Number) as [number, number]
  return withYear(month, date, typedYear, today)
}

function monthDate(typed: string, today: string, locale: string): string | null {
  const parts = /^(?:(\d{1,2})\.? )?([^\d\s.,]{3,})\.?(?: (\d{1,2}))?(?:,? (\d{4}))?$/u.exec(typed)
  const date = Number(parts?.[1] ?? parts?.[3])
  if (!parts || !date) return null
  const month = namesOf(locale, "month").findIndex((name) => name.startsWith(parts[2]!)) + 1
  return month ? withYear(month, date, parts[4], today) : null
}

/** Without a year it is the nearest one not more than three months ago. */
function withYear(month: number, date: number, year: string | undefined, today: string): string | null {
  if (year) return day(Number(year.length === 2 ? `20${year}` : year), month, date)
  const thisYear = Number(today.slice(0, 4))
  const result = day(thisYear, month, date)
  return result && result < addMonths(today, -3) ? day(thisYear + 1, month, date) : result
}

function day(year: number, month: number, date: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, date))
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date
  return exists ? moment.toISOString().slice(0, 10) : null
}

export function addDays(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export function addMonths(from: string, months: number): string {
  const [year, month, date] = from.split("-").map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Monday is 0. */
const weekday = (on: string) => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

function namesOf(locale: string, part: "weekday" | "month"): string[] {
  const format = new Intl.DateTimeFormat(locale, { [part]: "long", timeZone: "UTC" })
  return part === "weekday"
    ? Array.from({ length: 7 }, (_, at) => format.format(Date.UTC(2024, 0, 1 + at)).toLowerCase())
    : Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2024, at, 1)).toLowerCase())
}
