/** What people type into money, hours and date fields. Pure, so that a form without a script is read the same way. */

/** “1,200.50”, “1.200,50 €”, “2.5k” → “1200.50”; exact, as a decimal string. Null: not readable. */
export function parseMoney(text: string, locale = "en"): string | null {
  const trimmed = text.trim().replace(/[−–]/g, "-")
  const shape = /^(-)?\s*[^\d\s.,-]{0,4}\s*(-)?([\d.,'’\s]*\d[\d.,]*)\s*([km])?\s*[^\d\s.,-]{0,4}$/i.exec(trimmed)
  if (!shape) return null
  const [, minus, otherMinus, digits, thousands] = shape
  const number = plainNumber(digits!.replace(/['’\s]/g, ""), locale)
  if (number === null) return null
  const scaled = thousands ? shift(number, thousands.toLowerCase() === "k" ? 3 : 6) : number
  const [whole, cents = ""] = scaled.split(".")
  const amount = `${whole!.replace(/^0+(?=\d)/, "") || "0"}.${cents.padEnd(2, "0")}`
  return (minus || otherMinus) && /[1-9]/.test(amount) ? `-${amount}` : amount
}

/** “1.5”, “1,5h”, “90m”, “1:30”, “1h 30” → “1.50”. */
export function parseHours(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, "")
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed)
  if (clock) return fromMinutes(Number(clock[1]) * 60 + Number(clock[2]))
  const parts = /^(\d{1,3})(?:h|hr|hrs|std)(?:(\d{1,2})(?:m|min)?)?$/.exec(typed)
  if (parts) return fromMinutes(Number(parts[1]) * 60 + Number(parts[2] ?? 0))
  const minutes = /^(\d{1,5})(?:m|min|mins|minutes)$/.exec(typed)
  if (minutes) return fromMinutes(Number(minutes[1]))
  const decimal = /^(\d{0,3}(?:[.,]\d{1,4})?)(?:h|hr|hrs|hours?|std)?$/.exec(typed)
  if (!decimal?.[1]) return null
  return Number(`0${decimal[1].replace(",", ".")}`).toFixed(2)
}

const fromMinutes = (minutes: number) => (minutes / 60).toFixed(2)

/** Digits with one kind of separator twice, or both kinds, explain themselves; one alone is read as the locale would. */
function plainNumber(digits: string, locale: string): string | null {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","))
  if (last < 0) return digits
  const separator = digits[last]!
  const behind = digits.length - last - 1
  const both = digits.includes(".") && digits.includes(",")
  const repeated = digits.indexOf(separator) !== last
  const groups = repeated || (!both && behind === 3 && separator !== decimalSign(locale))
  const whole = (groups ? digits : digits.slice(0, last)).replace(/[.,]/g, "")
  if (groups) return /^\d{1,3}([.,]\d{3})+$/.test(digits) ? whole : null
  return /^\d*$/.test(whole) && groupsAreSound(digits.slice(0, last))
    ? `${whole || "0"}.${digits.slice(last + 1)}`
    : null
}

const groupsAreSound = (whole: string) => !/[.,]/.test(whole) || /^\d{1,3}([.,]\d{3})+$/.test(whole)

export function decimalSign(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? "."
}

function shift(number: string, places: number): string {
  const [whole, rest = ""] = number.split(".")
  const moved = rest.padEnd(places, "0")
  const cents = moved.slice(places)
  return cents ? `${whole}${moved.slice(0, places)}.${cents}` : `${whole}${moved.slice(0, places)}`
}
