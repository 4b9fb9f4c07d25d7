const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

function once<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const known = cache.get(key) as T | undefined
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

type MoneyLook = { short?: boolean; signed?: boolean }

/** Exact: a decimal string is formatted as it is, never through a float. */
export function formatMoney(locale: string, amount: string | number, currency: string, look: MoneyLook = {}): string {
  const format = once(
    `m${locale}${currency}${look.short}${look.signed}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        trailingZeroDisplay: look.short ? "stripIfInteger" : "auto",
        signDisplay: look.signed ? "exceptZero" : "negative",
      } as Intl.NumberFormatOptions),
  )
  return format.format(amount as Intl.StringNumericLiteral).replace("-", "−")
}

/** 1,200,000 as “€1.2M”, for axes and tiles. */
export function formatCompactMoney(locale: string, amount: number, currency: string): string {
  // A thousand and more in tenths of it; below, whole units, never a single decimal of cents.
  const digits = Math.abs(amount) < 1_000 ? 0 : 1
  return once(
    `c${locale}${currency}${digits}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: "currency",
        currency,
        notation: "compact",
        minimumFractionDigits: 0,
        maximumFractionDigits: digits,
      }),
  ).format(amount)
}

export function formatNumber(locale: string, value: string | number, digits = 2): string {
  return once(`n${locale}${digits}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: digits })).format(
    value as Intl.StringNumericLiteral,
  )
}

export function formatPercent(locale: string, share: number): string {
  return once(`p${locale}`, () => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 })).format(
    share,
  )
}

export function formatHours(locale: string, hours: string | number): string {
  const minutes = Math.round(Number(hours) * 60)
  const whole = Math.trunc(Math.abs(minutes) / 60)
  const rest = String(Math.abs(minutes) % 60).padStart(2, "0")
  return `${minutes < 0 ? "−" : ""}${formatNumber(locale, whole, 0)}:${rest} ${hourUnit(locale)}`
}

function hourUnit(locale: string): string {
  const style = { style: "unit", unit: "hour", unitDisplay: "narrow" } as const
  const parts = once(`u${locale}`, () => new Intl.NumberFormat(locale, style)).formatToParts(1)
  return parts.find(({ type }) => type === "unit")?.value ?? "h"
}

export function formatDay(locale: string, day: string, weekday = false): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return day
  return once(
    `d${locale}${weekday}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        day: "numeric",
        month: "short",
        year: "numeric",
        weekday: weekday ? "short" : undefined,
        timeZone: "UTC",
      }),
  ).format(date)
}

export function formatMoment(locale: string, moment: Date, timeZone: string): string {
  return once(
    `t${locale}${timeZone}`,
    () =>
      new Intl.DateTimeFormat(locale, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "numeric",
        minute: "2-digit",
        timeZone,
        timeZoneName: "short",
      }),
  ).format(moment)
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3_600],
  ["day", 86_400],
]

export function formatRelative(locale: string, moment: Date, now: Date, timeZone: string): string {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1000)
  const size = Math.abs(seconds)
  if (size >= 30 * 86_400) return formatDay(locale, dayIn(moment, timeZone))
  const words = once(`r${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: "auto" }))
  if (size < 45) return words.format(0, "second")
  const [unit, length] = steps.findLast(([, length]) => size >= length) ?? steps[0]!
  if (unit === "day") return words.format(daysBetween(dayIn(now, timeZone), dayIn(moment, timeZone)), "day")
  return words.format(Math.round(seconds / length), unit)
}

/** The calendar day of a moment in a time zone, as `YYYY-MM-DD`. */
export function dayIn(moment: Date, timeZone: string): string {
  return once(`y${timeZone}`, () => new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" })).format(moment)
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function formatBytes(locale: string, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const
  const power = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0)
  const format = { style: "unit", unit: units[power], unitDisplay: "short", maximumFractionDigits: 1 } as const
  return once(`b${locale}${power}`, () => new Intl.NumberFormat(locale, format)).format(bytes / 1024 ** power)
}
