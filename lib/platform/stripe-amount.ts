import { Decimal } from "./money"

const none = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "))
const three = new Set("BHD JOD KWD OMR TND".split(" "))

// Charged in steps: ISK and UGX have no decimals but are written with two, and the last of three decimals must be 0.
const steps: Record<string, number> = { ISK: 100, UGX: 100, BHD: 10, JOD: 10, KWD: 10, OMR: 10, TND: 10 }

/** An amount of money that Stripe's rules for the currency can't express. */
export class UnchargeableAmount extends RangeError {}

/** How many decimals Stripe's integer amounts stand for; not always those of ISO 4217. */
export function stripeDecimals(currency: string): number {
  const code = currency.toUpperCase()
  return none.has(code) ? 0 : three.has(code) ? 3 : 2
}

/** "12.50" EUR is 1250, "500" JPY is 500, "1.250" KWD is 1250. */
export function toStripeAmount(amount: string, currency: string): number {
  const units = new Decimal(amount).times(10 ** stripeDecimals(currency))
  const step = steps[currency.toUpperCase()] ?? 1
  if (!units.isInteger() || !units.mod(step).isZero() || units.abs().greaterThan(99_999_999)) {
    throw new UnchargeableAmount(`Stripe can't charge ${amount} ${currency}`)
  }
  return units.toNumber()
}

/** The decimal string of an amount from Stripe: 1250 EUR is "12.50". */
export function fromStripeAmount(units: number, currency: string): string {
  const decimals = stripeDecimals(currency)
  return new Decimal(units).div(10 ** decimals).toFixed(decimals)
}
