/** Sums as the server makes them, in whole numbers, for showing while typing; the server's own count. */

const places = 6
const scale = 10n ** BigInt(places)

/** A decimal text in millionths; null when it is none. */
function millionths(text: string): bigint | null {
  const [, sign, whole, part = ""] = /^([+-]?)(\d{1,13})(?:\.(\d{1,6}))?$/.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const value = BigInt(whole) * scale + BigInt(part.padEnd(places, "0"))
  return sign === "-" ? -value : value
}

/** Divides, halves away from zero. */
function divided(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value
  const rounded = (size * 2n + by) / (by * 2n)
  return value < 0n ? -rounded : rounded
}

export type TypedLine = { quantity: string; unitPrice: string; taxRate: string; counted: boolean }

/** What a line comes to in the currency's minor units; null when it can't be read yet. */
export function lineSum({ quantity, unitPrice, taxRate }: TypedLine, digits: number) {
  const [many, price, rate] = [millionths(quantity || "1"), millionths(unitPrice), millionths(taxRate || "0")]
  if (many === null || price === null || rate === null) return null
  const unit = scale * scale
  const amount = divided(many * price * 10n ** BigInt(digits), unit)
  return { amount, tax: divided(amount * rate, scale * 100n) }
}

export function sums(lines: TypedLine[], digits: number) {
  let [subtotal, taxTotal] = [0n, 0n]
  for (const line of lines) {
    const sum = line.counted ? lineSum(line, digits) : null
    subtotal += sum?.amount ?? 0n
    taxTotal += sum?.tax ?? 0n
  }
  return {
    subtotal: asDecimal(subtotal, digits),
    taxTotal: asDecimal(taxTotal, digits),
    total: asDecimal(subtotal + taxTotal, digits),
  }
}

export function asDecimal(units: bigint, digits: number): string {
  const size = (units < 0n ? -units : units).toString().padStart(digits + 1, "0")
  const sign = units < 0n ? "-" : ""
  return digits === 0 ? `${sign}${size}` : `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`
}
