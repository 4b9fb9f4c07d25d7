import { Decimal as Exact } from "decimal.js"

/** Exact decimals, halves rounded away from zero, never written with an exponent. */
export const Decimal = Exact.clone({ precision: 40, rounding: Exact.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 })
export type Decimal = Exact

/** An amount is a decimal string or a Decimal; a float has already lost what money needs. */
export type Amount = string | Decimal

const known = new Set(Intl.supportedValuesOf("currency"))
const digits = new Map<string, number>()

export function isCurrency(code: string): boolean {
  return known.has(code)
}

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorUnits(currency: string): number {
  let units = digits.get(currency)
  if (units === undefined) {
    if (!isCurrency(currency)) throw new RangeError(`${currency} is not an ISO 4217 currency`)
    units = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
    digits.set(currency, units)
  }
  return units
}

/** Rounds to the currency's minor unit, halves away from zero. */
export function roundMoney(amount: Amount, currency: string): Decimal {
  return new Decimal(amount).toDecimalPlaces(minorUnits(currency))
}

/** The amount as it goes on the wire and into the database: all minor units written out, "1200.00". */
export function moneyString(amount: Amount, currency: string): string {
  const rounded = roundMoney(amount, currency)
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(minorUnits(currency))
}

export function sumMoney(amounts: Iterable<Amount>): Decimal {
  let total = new Decimal(0)
  for (const amount of amounts) total = total.plus(amount)
  return total
}

/** The amount as whole minor units, which is how card processors count: "12.50" EUR is 1250. */
export function toMinorUnits(amount: Amount, currency: string): number {
  const units = roundMoney(amount, currency).times(new Decimal(10).pow(minorUnits(currency)))
  if (units.abs().greaterThan(Number.MAX_SAFE_INTEGER)) throw new RangeError("amount too large for minor units")
  return units.toNumber()
}

export function fromMinorUnits(units: number | bigint, currency: string): Decimal {
  return new Decimal(units.toString()).dividedBy(new Decimal(10).pow(minorUnits(currency)))
}

const money = new Map<string, Intl.NumberFormat>()

/** The amount as a person in that locale reads it, exact to the last digit. */
export function formatMoney(amount: Amount, currency: string, locale: string): string {
  const key = `${locale} ${currency}`
  let format = money.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency, signDisplay: "negative" })
    money.set(key, format)
  }
  return format.format(digitsOf(amount))
}

/** A plain number in that locale, for hours, quantities and percentages; trailing zeros beyond `minimum` are dropped. */
export function formatDecimal(amount: Amount, locale: string, { minimum = 0, maximum = 6 } = {}): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
    signDisplay: "negative",
  }).format(digitsOf(amount))
}

// Intl reads a decimal string digit by digit; a number would go through a float.
const digitsOf = (amount: Amount) => new Decimal(amount).toFixed() as Intl.StringNumericLiteral
